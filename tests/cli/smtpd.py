"""A mail server for tests/cli/test_jobs: listens on a port, keeps what it gets.

Usage: smtpd.py PORT FOLDER [CERTIFICATE KEY]
The file FOLDER/mode says how to answer: ok, slow (1 s before the answer), hang
(never answers), refuse (550 to the recipient), later (451 to the message).
With a certificate it offers STARTTLS and wants user "terreau", password "sésame".
"""
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

port, folder = int(sys.argv[1]), sys.argv[2]


def mode():
    try:
        return open(folder + "/mode").read().strip()
    except FileNotFoundError:
        return "ok"


class Handler:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode() == "refuse":
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        open(folder + "/asked", "a").write("x")
        if mode() == "hang":
            await asyncio.sleep(3600)
        if mode() == "slow":
            await asyncio.sleep(1)
        if mode() == "later":
            return "451 4.3.0 later"
        Handler.count += 1
        with open(f"{folder}/{Handler.count}.eml", "wb") as f:
            f.write(envelope.original_content)
        return "250 kept"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == b"terreau" \
        and data.password == "sésame".encode()
    return AuthResult(success=good, handled=good)


async def main():
    options = {"hostname": "localhost", "enable_SMTPUTF8": False}
    if len(sys.argv) > 4:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(sys.argv[3], sys.argv[4])
        options |= {"tls_context": context, "require_starttls": True,
                    "authenticator": authenticate, "auth_required": True,
                    "auth_require_tls": True}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(), **options), "localhost", port)
    open(folder + "/ready", "w").write(str(os.getpid()))
    async with server:
        await server.serve_forever()

asyncio.run(main())
