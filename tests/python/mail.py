"""A mail server on this machine that tells what comes, a JSON object a line, and does what it is told.

    mail.py                takes mail in plain
    mail.py tls FOLDER     takes it after STARTTLS and sign-in only; its certificate is FOLDER/ca.pem

It is told by lines of JSON: {"recipient": ADDRESS, "replies": [REPLY, …]} has the next letters to an
address answered so at RCPT, {"hold": "EHLO"} (or MAIL, RCPT, DATA, LETTER) has it keep silent when the
next of these comes, and tell that it is held: with DATA before it takes the letter, with LETTER after the
letter has come.
"""

import asyncio
import datetime
import email
import email.policy
import json
import logging
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

NAME, PASSWORD = b"register", b"heron agave kettle"


def tell(**what):
    print(json.dumps(what), flush=True)


class Post:
    """Takes every letter but those it was told to refuse."""

    def __init__(self):
        self.replies = {}
        self.hold = None

    async def held(self, point):
        """Keeps silent for ever at the point that it was told."""
        if self.hold == point:
            self.hold = None
            tell(event="held", at=point)
            await asyncio.Event().wait()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        await self.held("EHLO")
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        await self.held("MAIL")
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        await self.held("RCPT")
        replies = self.replies.get(address, [])
        if replies:
            reply = replies.pop(0)
            tell(event="refused", to=address, reply=reply)
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        bodies = {form: letter.get_body((form,)).get_content() for form in ("plain", "html")}
        tell(
            event="letter",
            sender=envelope.mail_from,
            to=envelope.rcpt_tos,
            headers={name: str(value) for name, value in letter.items()},
            names=list(letter.keys()),
            defects=[str(defect) for part in letter.walk() for defect in part.defects],
            raw=envelope.content.decode(),
            secure=session.ssl is not None,
            login=bool(session.authenticated),
            **bodies,
        )
        await self.held("LETTER")
        return "250 OK"

    def told(self, line):
        said = json.loads(line)
        if "recipient" in said:
            self.replies[said["recipient"]] = said["replies"]
        self.hold = said.get("hold", self.hold)


class Server(SMTP):
    """Keeps silent before it takes a letter, where it was told so."""

    async def smtp_DATA(self, arg):
        await self.event_handler.held("DATA")
        await super().smtp_DATA(arg)


def certificate(folder):
    """A certificate for localhost that vouches for itself; the way to it and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, secret = folder / "ca.pem", folder / "key.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return chain, secret


def signed_in(server, session, envelope, mechanism, login):
    known = LoginPassword(NAME, PASSWORD)
    # Not handled: the server says itself what it makes of it.
    return AuthResult(success=login == known, handled=False)


def settings(arguments):
    if arguments[:1] != ["tls"]:
        return {}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate(Path(arguments[1])))
    return {
        "tls_context": context,
        "require_starttls": True,
        "authenticator": signed_in,
        "auth_required": True,
    }


async def main(arguments):
    # A client that does not trust the certificate goes away; that is no news here.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    post, loop = Post(), asyncio.get_running_loop()
    options = settings(arguments)
    server = await loop.create_server(
        lambda: Server(post, hostname="localhost", loop=loop, enable_SMTPUTF8=True, **options), "127.0.0.1", 0
    )
    tell(event="listening", port=server.sockets[0].getsockname()[1])
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        post.told(line)
        tell(event="told")


asyncio.run(main(sys.argv[1:]))
