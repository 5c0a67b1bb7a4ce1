"""A policy that no code obeys is not run under: every program says which line, and why."""

import json
import shutil

from world import ROOT, World, check

RUNS = (("config", "check"), ("serve",), ("work", "--once"), ("retention", "plan"), ("retention", "run"))


class Policies:
    """RETOUCHE with something changed, as the operator would write it beside the configuration."""

    def __init__(self, world):
        folder = world.folder / "policy"
        shutil.copytree(ROOT / "ops/policies/retouche", folder)
        self.it, self.path = world.it, folder / "policy.json"
        self.it.environment["ENTREMISE_POLICY_FILE"] = str(folder)

    def write(self, lines=None, fields=None, more=()):
        policy = json.loads((ROOT / "ops/policies/retouche/policy.json").read_text())
        for line in policy["retention"]:
            line |= (lines or {}).get(line["rule"], {})
        policy["retention"] += more
        policy["fields"] |= fields or {}
        self.path.write_text(json.dumps(policy))

    def refused(self, *command):
        """What the command says on its way out."""
        done = self.it.entremise(*command, check=False)
        check(done.returncode == 2, f"{' '.join(command)} is refused ({done.returncode})")
        return done.stderr


def three_years(policies):
    line = {"keep": "P3Y", "then": "erase"}
    policies.write({rule: line for rule in ("messages", "reviews", "offers", "public_page")})
    reasons = ["messages: keeps P3Y after closing, but goes when the account goes (P0D)",
               "offers: keeps P3Y after closing, but goes when the account goes (P0D)",
               "public_page: keeps P3Y after closing, but goes as soon as closing is asked for (P0D)",
               "reviews: keeps P3Y after closing, but goes when the account goes (P0D)",
               "reviews: says erase, but we can only pseudonymise"]
    for command in RUNS:
        said = policies.refused(*command)
        check(all(reason in said for reason in reasons), "and says for each of the four lines why")
    found = policies.it.entremise("privacy", "register", "check", check=False)
    check(found.returncode == 1 and reasons[0] in found.stdout, "the register's check finds it too")


def declared(policies):
    policies.write({"messages": {"declared": True}})
    for command in RUNS:
        check("messages is declared without data, but has some" in policies.refused(*command), "there are messages")
    policies.write(more=[{"rule": "horoscopes", "starts": "event", "keep": "P1Y", "then": "erase", "source": "the stars"}])
    check("horoscopes: nothing here ends by such a rule" in policies.refused("config", "check"), "there are no horoscopes")
    policies.write(more=[{"rule": "horoscopes", "starts": "event", "keep": "P1Y", "then": "erase", "source": "the stars",
                          "declared": True}])
    check("right" in policies.it.entremise("config", "check"), "but they may be declared")


def steps(policies):
    policies.write(fields={"provider": {"becoming_payble": ["phone"]}, "clint": {"sign_up": ["person.surname"]},
                           "client": {"publication": ["page.photo"]}})
    said = policies.refused("config", "check")
    for demand in ("fields.provider.becoming_payble: no step is called so; there are sign_up, publication,",
                   "fields.clint: nobody is called so; there are client, client_company,",
                   "fields.client.publication: nothing is asked of them at this step, only of provider"):
        check(demand in said, demand)
    policies.write(fields={"client": {"quote_acceptance": ["address.line2"]}})
    check("right" in policies.it.entremise("config", "check"), "a field that profiles have may be demanded")
    policies.write(fields={"client": {"quote_acceptance": ["surnam"]}, "provider": {"publication": ["page.hat"]}})
    said = policies.refused("config", "check")
    for demand in ('fields.client.quote_acceptance demands "surnam"', 'fields.provider.publication demands "page.hat"'):
        check(demand in said, demand)


def obeyed(policies):
    policies.write()
    for command in (("config", "check"), ("work", "--once"), ("retention", "plan"), ("retention", "run"),
                    ("privacy", "register", "check")):
        check(policies.it.entremise(*command, check=False).returncode == 0, f"RETOUCHE: {' '.join(command)}")
    policies.it.start_server()
    check(policies.it.stop("serve") == 0, "RETOUCHE: serve")
    thirty = {"keep": "P30D"}
    policies.write({rule: thirty for rule in ("account", "messages", "reviews", "reviews_received", "offers")})
    check("right" in policies.it.entremise("config", "check"), "so is one that lets the account and all of it wait 30 days")


def main():
    with World() as world:
        world.it.start_mangopay()
        policies = Policies(world)
        three_years(policies)
        declared(policies)
        steps(policies)
        obeyed(policies)


if __name__ == "__main__":
    main()
