"""Mangopay's API key and address change while the programs run: SIGHUP makes them go on with the new
ones. What cannot be read changes nothing, and the master key is never read again."""

import base64
import secrets
import signal
import time

from world import World, check

from ops.story import deal, people
from ops.story.client import Client, free_port

PROGRAMS_THAT_CALL = ("serve", "work")


class Running:
    def __init__(self, world):
        self.it, self.minutes = world.it, 0
        client, mailbox = Client(self.it.port), people.Mailbox(self.it.folder / "mail")
        self.ben = deal.Provider(client, mailbox, "ben@example.org", people.company_provider("Ben", "Moreau", "Atelier Ben", 1))
        self.ben.become_payable()
        self.ana = deal.Buyer(client, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
        self.ana.give_address()

    def secret(self, name, text, mode=0o400):
        path = self.it.folder / "secrets" / name
        path.unlink(missing_ok=True)
        path.write_text(text + "\n")
        path.chmod(mode)
        return path

    def restart_mangopay(self, key):
        self.it.stop("mangopay-sandbox")
        self.it.start_mangopay("--api-key-file", self.secret("at-mangopay.key", key))
        self.outlive_tokens()

    def outlive_tokens(self):
        """Whoever calls Mangopay now needs a new one: they last twenty minutes."""
        self.minutes += 21
        self.it.set_clock(f"+{self.minutes * 60_000_000}")

    def said(self, program, word):
        return (self.it.folder / "log" / f"{program}.log").read_text(errors="replace").count(f'"{word}"')

    def reloaded(self, word="mangopay_reloaded"):
        """Sends SIGHUP; both programs say what became of it."""
        before = {program: self.said(program, word) for program in PROGRAMS_THAT_CALL}
        for program in PROGRAMS_THAT_CALL:
            self.it.running[program].send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 20
        while any(self.said(program, word) == before[program] for program in PROGRAMS_THAT_CALL):
            if time.monotonic() > deadline:
                raise AssertionError(f"{word} was not said")
            time.sleep(0.02)

    def enrolment(self):
        return self.ben.api.send("POST", "/v1/me/strong-authentication", {"password": people.PASSWORD}).status

    def deal(self):
        """The server asks for the page; the worker reads what became of it, and pays out."""
        deal.carried_out(self.ana, self.ben, self.ana.accept(self.ben.quote(self.ana.ask([self.ben]))))

    # -- the story -----------------------------------------------------------------------

    def another_key(self):
        self.restart_mangopay("the-second-key")
        check(self.enrolment() == 503, "Mangopay does not know the first key any more")
        self.secret("mangopay.key", "the-second-key")
        self.reloaded()
        self.deal()
        check(True, "with the second one a deal is carried out")

    def what_cannot_be_read(self):
        self.secret("mangopay.key", "the-third-key", 0o444)
        self.reloaded("mangopay_not_reloaded")
        self.secret("mangopay.key", "the-third-key")
        self.it.config.write_text("[mangopay\n")
        self.reloaded("mangopay_not_reloaded")
        self.it.write_config()
        text = self.it.config.read_text()
        self.it.config.write_text(text.replace('client_id = "entremise-demo"', 'client_id = "somebody-else"'))
        self.reloaded("mangopay_not_reloaded")
        self.it.write_config()
        self.outlive_tokens()
        check(self.enrolment() == 200, "a key others may read, a torn file, another client of Mangopay: all goes on as before")

    def another_address_and_master_key(self):
        self.secret("master.key", base64.b64encode(secrets.token_bytes(32)).decode())
        self.it.mangopay_port = free_port()
        self.it.write_config()
        self.restart_mangopay("the-third-key")
        self.reloaded()
        self.deal()
        check(True, "another address, and a master key that nobody reads: a deal is carried out")


def main():
    with World() as world:
        world.it.start_mangopay()
        world.it.start_server(with_worker=False)
        world.it.start_worker()
        story = Running(world)
        story.another_key()
        story.what_cannot_be_read()
        story.another_address_and_master_key()
        for program in PROGRAMS_THAT_CALL:
            check(world.it.stop(program) == 0, f"{program} still stops when told to")


if __name__ == "__main__":
    main()
