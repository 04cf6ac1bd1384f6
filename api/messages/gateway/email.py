"""To mailboxes, by SMTP: one connection a message, our tracking id in the Message-ID and the return path."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

import aiosmtplib

from api.kit.clock import now
from api.kit.settings import Settings
from api.messages.gateway.carrier import SILENT, Letter
from api.messages.rules.outcomes import Came, Outcome

SECONDS = 15.0
PERMANENT = 500
NO_SUCH_BOX = (550, 551, 553)
NEVER_LEFT = (
    aiosmtplib.SMTPConnectError,
    aiosmtplib.SMTPConnectTimeoutError,
    aiosmtplib.SMTPHeloError,
    aiosmtplib.SMTPAuthenticationError,
)


class EmailCarrier:
    """An SMTP server: SMTP_URL is smtp://user:password@host:587 (STARTTLS when offered) or smtps://…:465.

    SMTP cannot be asked. A lost answer is sent again under the same Message-ID, by which mail servers and
    readers fold doubles: rather twice than never.
    """

    can_ask = False
    price_vnd = 0

    def __init__(self, settings: Settings) -> None:
        at = urlsplit(settings.smtp_url)
        self.host, self.port = at.hostname or "localhost", at.port or (465 if at.scheme == "smtps" else 587)
        self.tls = at.scheme == "smtps"
        self.user = unquote(at.username) if at.username else None
        self.password = unquote(at.password) if at.password else None
        self.sender = settings.email_from

    def written(self, letter: Letter) -> EmailMessage:
        """The letter as a message: plain text and HTML, and a way out that needs no sign-in (RFC 8058)."""
        message = EmailMessage()
        name, _, host = self.sender.rpartition("@")
        message["From"] = Address("Ngõ Số", addr_spec=f"{name}@{host}")
        message["To"] = Address(addr_spec=letter.email or "")
        message["Subject"] = letter.words.subject
        message["Date"] = formatdate(now().timestamp(), localtime=False)
        message["Message-ID"] = f"<{letter.id}@{host}>"
        message["Auto-Submitted"] = "auto-generated"
        if letter.unsubscribe:
            message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(letter.words.text)
        message.add_alternative(letter.words.html, subtype="html")
        return message

    async def send(self, letter: Letter) -> Outcome:
        """Hand over; what fails before the data is LATER, what fails while it is judged is LOST."""
        name, _, host = self.sender.rpartition("@")
        smtp = aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_tls=self.tls,
            start_tls=None if not self.tls else False,
            timeout=SECONDS,
        )
        try:
            message = self.written(letter)
        except ValueError:
            return Outcome(came=Came.UNREACHABLE, reason="no-address", stop="bounced")
        try:
            async with smtp:
                # The return path carries the tracking id, so that a bounce says what bounced.
                await smtp.send_message(
                    message, sender=f"{name}+{letter.id}@{host}", recipients=[letter.email or ""]
                )
        except NEVER_LEFT as error:
            return Outcome(came=Came.LATER, reason=type(error).__name__)
        except aiosmtplib.SMTPRecipientsRefused as error:
            return self.refused(error.recipients[0].code)
        except aiosmtplib.SMTPResponseException as error:
            return self.refused(error.code)
        except (TimeoutError, aiosmtplib.SMTPException, OSError) as error:
            return Outcome(came=Came.LOST, reason=type(error).__name__)
        return Outcome(came=Came.TAKEN)

    def refused(self, code: int) -> Outcome:
        """What a number of SMTP means: 4xx later, an unknown box a bounce, other 5xx something to look at."""
        if code < PERMANENT:
            return Outcome(came=Came.LATER, reason=f"smtp-{code}")
        if code in NO_SUCH_BOX:
            return Outcome(came=Came.UNREACHABLE, reason=f"smtp-{code}", stop="bounced")
        return Outcome(came=Came.REFUSED, reason=f"smtp-{code}")

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  see `can_ask`
        """Nobody to ask."""
        return SILENT
