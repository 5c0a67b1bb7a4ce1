"""What an operator asks of the money from a shell: `ledger check`, `ledger statement`, `reconcile`."""

import json
import subprocess

from world import ON_POSTGRES, World, check

from ops.story import deal, people
from ops.story.client import Client


UNGUARDED = ("ALTER TABLE ledger_postings DISABLE TRIGGER ledger_postings_no_update" if ON_POSTGRES else
             "DROP TRIGGER ledger_postings_no_update")


def behind_its_back(world, statement):
    """Changes the database as no program of ours would."""
    command = ["psql", "-q", world.it.database, "-c", statement]
    if not ON_POSTGRES:
        command = ["sqlite3", world.it.folder / "data/entremise.db", statement]
    subprocess.run(command, check=True, capture_output=True)


def one_deal(world):
    client, mailbox = Client(world.it.port), people.Mailbox(world.it.folder / "mail")
    provider = deal.Provider(client, mailbox, "ben@example.org", people.company_provider("Ben", "Moreau", "Atelier"))
    provider.show_page()
    provider.become_payable()
    buyer = deal.Buyer(client, mailbox, "ana@example.org", people.natural_person("Ana", "Durand"))
    buyer.give_address()
    order = buyer.accept(provider.quote(buyer.ask([provider])))
    deal.carried_out(buyer, provider, order)


def main():
    with World() as world:
        asked = lambda *words: world.it.entremise(*words, check=False)  # noqa: E731
        world.it.start_mangopay()
        world.it.start_server()
        one_deal(world)

        sound = json.loads(world.it.entremise("ledger", "check", "--json"))
        check(sound["sound"] and sound["transactions"] >= 3, "the ledger of a finished deal is sound")
        fees = json.loads(world.it.entremise("ledger", "statement", "--account", "FEES_EUR:fees", "--json"))
        check(sum(line["amount_minor"] for line in fees) == fees[-1]["balance_minor"] > 0,
              "the statement of the fees adds up to its balance, line after line")
        lines = asked("ledger", "statement", "--account", "FEES_EUR:fees").stdout.splitlines()
        check(len(lines) == len(fees) and all("." in line.split()[-1] for line in lines), "and reads as lines, in euros")
        nobody = asked("ledger", "statement", "--account", "nobody")
        check(nobody.returncode == 1 and "no account" in nobody.stderr, "an account that is not there is said so")
        equal = json.loads(world.it.entremise("reconcile", "--json"))
        check(equal["equal"] and len(equal["wallets"]) >= 2, "every wallet equals Mangopay's")

        behind_its_back(world, "UPDATE ledger_balances SET amount = amount + 100 WHERE account_id LIKE 'wlt_%:free'")
        broken = asked("ledger", "check")
        check(broken.returncode == 1 and "a balance is not the sum of its postings" in broken.stdout,
              "a balance that somebody changed is named")
        behind_its_back(world, UNGUARDED + "; UPDATE ledger_postings SET amount = amount + 100 WHERE account_id = 'FEES_EUR:fees'")
        check("does not sum to zero" in asked("ledger", "check").stdout, "and a posting that somebody changed before it")
        differs = asked("reconcile")
        check(differs.returncode == 1 and "FEES_EUR  differs" in differs.stdout, "the wallet no longer equals Mangopay's")
        world.it.stop("mangopay-sandbox")
        unreachable = asked("reconcile")
        check(unreachable.returncode == 2 and unreachable.stderr, "without Mangopay, nothing is asserted")


main()
