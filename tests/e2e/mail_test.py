"""Mail through a relay: over TLS whose certificate is checked, signed in, and kept until it is taken."""

import time

from smtp_sink import Sink, certificate
from world import World, check, temporary_folder

from ops.story import people
from ops.story.client import Client

PASSWORD = "relay-password-4711"


def wait(what, until, seconds=60):
    deadline = time.monotonic() + seconds
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.1)


def relay_settings(sink, folder, trusted):
    secret = folder / "relay.password"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o400)
    return {"ENTREMISE_MAIL_FOLDER": "", "ENTREMISE_MAIL_SMTP_URL": sink.url, "ENTREMISE_MAIL_SMTP_USER": "entremise",
            "ENTREMISE_MAIL_SMTP_PASSWORD_FILE": str(secret), "ENTREMISE_MAIL_SMTP_CA_FILE": str(trusted)}


def main():
    folder = temporary_folder()
    pem, key = certificate(folder / "tls", "relay")
    other, _ = certificate(folder / "tls", "somebody-else")
    sink = Sink(pem, key, "entremise", PASSWORD)
    with World(environment=relay_settings(sink, folder, trusted=other)) as world:
        world.it.start_server()
        client = Client(world.it.port)
        person = people.natural_person("Ana", "Durand", email="ana@example.org", password=people.PASSWORD,
                                       accepted_terms=client.get("/v1/terms/terms")["version"])
        answer = client.send("POST", "/v1/accounts", person)
        check(answer.status == 202, "a sign-up is answered whether or not the relay is there")
        wait("the worker tries", lambda: sink.broken_handshakes > 0)
        check(not sink.mails, "nothing is handed to a relay whose certificate nobody vouches for")
        check(not any("AUTH" in line or "RCPT" in line for line in sink.plain_commands),
              "neither the password nor an address is said before TLS")

        world.it.stop_all()
        world.it.environment["ENTREMISE_MAIL_SMTP_CA_FILE"] = str(pem)
        world.it.start_server()
        wait("the mail arrives", lambda: sink.mails)
        user, sender, recipient, message = sink.mails[0]
        check(user == "entremise", "the relay is signed in to")
        check((sender, recipient) == ("no-reply@entremise.example", "ana@example.org"), "the envelope names two addresses")
        check(message["From"].addresses[0].addr_spec == sender, "and the header the same sender")
        check("http://" in people.text_of(message), "the mail holds the link")
        time.sleep(1)
        check(len(sink.mails) == 1, "once")
        logs = "".join(path.read_text(errors="replace") for path in (world.it.folder / "log").glob("*.log"))
        check(PASSWORD not in logs and "ana@example.org" not in logs, "no log knows the password or the address")


main()
