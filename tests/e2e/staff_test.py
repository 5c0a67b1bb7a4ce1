"""An operator makes an account for an accountant; she sets her password, then her second factor,
and only then reads the archive: the programs as they are, over HTTP."""

import json
import time

from world import PROGRAMS, World, check

from ops.story.client import Client
from ops.story.one_time_code import one_time_code


def main():
    with World() as world:
        made = world.it.entremise("account", "create-staff", "--kind", "accountant", "--email", "abby@example.org",
                                  "--json")
        token = json.loads(made)["password_token"]
        world.it.start_server()
        anybody = Client(world.it.port)
        password = "cinq renards gris voyagent"

        set_password = anybody.send("PUT", "/v1/password", {"token": token, "password": password})
        check(set_password.status == 204, "the token sets the password")
        again = anybody.send("PUT", "/v1/password", {"token": token, "password": password})
        check(again.status == 422, "once")

        signing_in = {"email": "abby@example.org", "password": password}
        weak = anybody.as_(anybody.send("POST", "/v1/sessions", signing_in).json["token"])
        refused = weak.send("GET", "/v1/archive/invoices")
        check(refused.json["title"] == "second_factor_needed", "a password alone does not open the archive")

        secret = weak.send("POST", "/v1/me/second-factor", {"password": password}).json["secret"]
        confirmed = weak.send("POST", "/v1/me/second-factor/confirmation",
                              {"code": one_time_code(secret, time.time())})
        check(confirmed.status == 201, "an authenticator's code puts the second factor in force")
        strong = anybody.as_(confirmed.json["session"]["token"])
        check(strong.send("GET", "/v1/archive/invoices").status == 200, "which opens the archive")
        asked = anybody.send("POST", "/v1/sessions", signing_in)
        check(asked.json["title"] == "second_factor_needed", "and is asked for from now on")


main()
