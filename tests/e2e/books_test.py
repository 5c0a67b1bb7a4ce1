"""What an operator asks of the books from a shell: `ledger check`, `ledger statement`, `reconcile`, `series
audit`, `signing-key`."""

import json
import subprocess

import chain
from stored import Stored
from world import ON_POSTGRES, World, check

from ops.story import deal, people
from ops.story.client import Client


UNGUARDED = ("ALTER TABLE ledger_postings DISABLE TRIGGER ledger_postings_no_update" if ON_POSTGRES else
             "DROP TRIGGER ledger_postings_no_update")


UNGUARDED_INVOICES = ("ALTER TABLE invoices DISABLE TRIGGER invoices_no_update" if ON_POSTGRES else
                      "DROP TRIGGER invoices_no_update")


def behind_its_back(world, statement, which="data"):
    """Changes a database as no program of ours would."""
    command = ["psql", "-q", world.it.database if which == "data" else world.it.keys, "-c", statement]
    if not ON_POSTGRES:
        command = ["sqlite3", world.it.folder / {"data": "data/entremise.db", "keys": "keys/keys.db"}[which], statement]
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


def signed_series(world, asked):
    """The heads that the hourly job signs, and the keys they are checked with."""
    check(json.loads(asked("series", "audit", "--deep", "--json").stdout)["clean"], "every document is what was issued")
    behind_its_back(world, "UPDATE job_leases SET last_run_at = 0 WHERE name = 'sign_heads'")
    world.it.entremise("work", "--once")
    client = Client(world.it.port)
    check(len(chain.heads(world.it)) == 2, "both series are signed within the hour")
    chain.checked(world.it, world.folder, client.get("/v1/signing-keys"))

    first = json.loads(asked("signing-key", "list", "--json").stdout)["items"]
    check(len(first) == 1 and first[0]["retired_at"] is None, "migrate made the first key")
    second = json.loads(asked("signing-key", "rotate", "--json").stdout)
    listed = client.get("/v1/signing-keys")
    check([key["id"] for key in listed["items"]] == [first[0]["id"], second["id"]], "the next key is published beside it")
    check("in use" in asked("signing-key", "list").stdout.splitlines()[-1], "and is in use")
    chain.checked(world.it, world.folder, listed)


def damaged_series(world, asked):
    (number,), = Stored(world.it).rows("SELECT number FROM invoices WHERE kind = 'commission_invoice'")
    behind_its_back(world, UNGUARDED_INVOICES + "; UPDATE invoices SET net_minor = net_minor + 1, gross_minor = gross_minor + 1 "
                    "WHERE kind = 'commission_invoice'")
    edited = asked("series", "audit")
    check(edited.returncode == 1 and f"{number}  position" in edited.stdout and "columns_changed" in edited.stdout,
          "an amount that somebody changed is named by its number")
    sound = asked("series", "damaged")
    check(sound.returncode == 0 and not sound.stdout, "nobody has opened it yet")
    asked("series", "audit", "--deep")
    kept = asked("series", "damaged", "--json")
    check(kept.returncode == 1 and [one["number"] for one in json.loads(kept.stdout)["items"]] == [number],
          "what a deep audit finds damaged is kept")
    behind_its_back(world, "DELETE FROM data_keys", "keys")
    emptied = asked("series", "audit")
    check(emptied.returncode == 2 and "older than the data" in emptied.stderr, "without keys nothing is asserted")
    lost = [line for line in emptied.stdout.splitlines() if "key_lost" in line]
    check(len(lost) == 2 and any(number in line for line in lost), "but every document that lost its key is named")


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

        signed_series(world, asked)

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

        world.it.stop("serve")
        damaged_series(world, asked)


main()
