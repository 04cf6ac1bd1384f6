"""Files by key: a local folder by default, any S3 server by setting (obstore)."""

from datetime import timedelta
from pathlib import Path

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from api.kit.settings import Settings

PATIENCE = timedelta(seconds=20)
"""A server of files that is away: left to itself the client tries for three minutes while somebody waits."""


class Files:
    """Put, get and delete bytes under a key such as `photo/0190…/original`."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Write the whole object; the same key again replaces it atomically."""
        # A local folder keeps no attributes; the content type lives in the row that names the key.
        attributes = {} if isinstance(self.store, LocalStore) else {"Content-Type": content_type}
        await obstore.put_async(self.store, key, content, attributes=attributes)

    async def get(self, key: str) -> bytes | None:
        """The bytes, or None when there is no such key."""
        try:
            answer = await obstore.get_async(self.store, key)
        except FileNotFoundError:
            return None
        return bytes(await answer.bytes_async())

    async def delete(self, key: str) -> None:
        """Remove the object; a missing key is no error."""
        try:
            await obstore.delete_async(self.store, key)
        except FileNotFoundError:
            return


def open_files(settings: Settings) -> Files:
    """The store the settings name."""
    if settings.files_url:
        return Files(
            from_url(
                settings.files_url,
                # Plain http only where AWS_ENDPOINT_URL says so: a server in the same room.
                client_options={"connect_timeout": "5s", "timeout": "20s", "allow_http": True},
                retry_config={"max_retries": 3, "retry_timeout": PATIENCE},
            )
        )
    folder = Path(settings.data_dir).absolute() / "files"
    folder.mkdir(parents=True, exist_ok=True)
    return Files(LocalStore(str(folder)))
