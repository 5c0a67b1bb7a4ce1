"""A mail server that speaks STARTTLS and AUTH PLAIN as a provider's relay does (RFC 3207, 4954)."""

import base64
import email
import email.policy
import socketserver
import ssl
import subprocess
import threading


def certificate(folder, name):
    """A certificate that signs itself, for 127.0.0.1."""
    folder.mkdir(parents=True, exist_ok=True)
    key, pem = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", pem], check=True, capture_output=True)
    return pem, key


class Sink(socketserver.ThreadingTCPServer):
    """`mails` are (signed in as, envelope sender, envelope recipient, message)."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, pem, key, user, password):
        super().__init__(("127.0.0.1", 0), Talk)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(pem, key)
        self.credentials = f"\0{user}\0{password}"
        self.mails, self.plain_commands, self.broken_handshakes = [], [], 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.secure, self.user, self.sender, self.recipient = False, None, None, None
        self.say("220 sink")
        while (line := self.rfile.readline().decode().rstrip("\r\n")):
            if not self.secure:
                self.server.plain_commands.append(line)
            verb, _, rest = line.partition(" ")
            if verb == "QUIT":
                return self.say("221 bye")
            getattr(self, "on_" + verb.lower(), self.on_other)(rest)
            if self.rfile.closed:
                return None
        return None

    def say(self, *lines):
        self.wfile.write("".join(line + "\r\n" for line in lines).encode())

    def on_ehlo(self, _):
        self.say("250-sink", "250 AUTH PLAIN" if self.secure else "250 STARTTLS")

    def on_starttls(self, _):
        self.say("220 go on")
        try:
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        except (ssl.SSLError, OSError):
            self.server.broken_handshakes += 1
            return self.rfile.close()
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb", 0)
        self.secure = True
        return None

    def on_auth(self, rest):
        kind, _, initial = rest.partition(" ")
        if not initial:
            self.say("334 ")
            initial = self.rfile.readline().decode().strip()
        if kind != "PLAIN" or base64.b64decode(initial).decode() != self.server.credentials:
            return self.say("535 no")
        self.user = self.server.credentials.split("\0")[1]
        return self.say("235 welcome")

    def on_mail(self, rest):
        self.sender = rest.partition(":")[2].split()[0].strip("<>")
        self.say("250 ok" if self.user else "530 sign in first")

    def on_rcpt(self, rest):
        self.recipient = rest.partition(":")[2].strip("<>")
        self.say("250 ok")

    def on_data(self, _):
        self.say("354 go on")
        text = b""
        while (line := self.rfile.readline()) != b".\r\n":
            text += line[1:] if line.startswith(b"..") else line
        message = email.message_from_bytes(text, policy=email.policy.default)
        self.server.mails.append((self.user, self.sender, self.recipient, message))
        self.say("250 taken")

    def on_other(self, _):
        self.say("250 ok")
