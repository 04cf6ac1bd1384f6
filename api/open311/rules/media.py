"""Which address a stranger names we may fetch a photo from: a public one, so that nobody reaches our own network."""

import ipaddress
from collections.abc import Sequence

MEDIA_MAX = 12 * 1024 * 1024


def public_address(addresses: Sequence[str]) -> str | None:
    """The address to connect to; None unless every one the name has is a public unicast one.

    A name with a public and a private address is refused whole; IPv4 inside IPv6 counts as what it is inside.
    """
    for text in addresses:
        address: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(text.partition("%")[0])
        if isinstance(address, ipaddress.IPv6Address):
            address = address.ipv4_mapped or address.sixtofour or address
        if not address.is_global or address.is_multicast:
            return None
    return addresses[0] if addresses else None
