"""The market that is measured: providers with services, orders and reviews, made through the API."""

from ops.story import deal, people
from ops.story.client import Client

PAIRS = 8
ORDERS = 12


class Pair:
    def __init__(self, client, mailbox, number):
        self.provider = deal.Provider(client, mailbox, f"ben{number}@example.org",
                                      people.company_provider("Ben", "Moreau", f"Atelier {number}", number + 1))
        self.provider.show_page()
        for service in range(6):
            self.provider.offer(f"Service {service} of workshop {number}")
        self.provider.become_payable()
        self.buyer = deal.Buyer(client, mailbox, f"ana{number}@example.org", people.natural_person("Ana", "Durand"))
        self.buyer.give_address()
        for _ in range(ORDERS):
            request = self.buyer.ask([self.provider])
            order = self.buyer.accept(self.provider.quote(request))
        self.conversation = self.buyer.api.get("/v1/conversations")["items"][0]["id"]
        deal.carried_out(self.buyer, self.provider, order)
        self.buyer.api.post(f"/v1/orders/{order['id']}/review", {"rating": 5, "text": "Very careful work, and on time."})


def populate(installation, pairs=PAIRS):
    client = Client(installation.port)
    mailbox = people.Mailbox(installation.folder / "mail")
    return [Pair(client, mailbox, number) for number in range(pairs)]


def endpoints(pairs):
    """name -> (the request once, its Lua for wrk, path and headers for an open loop)."""
    def page(pair):
        return f"/v1/providers/{pair.provider.id}", {}

    def orders(pair):
        return "/v1/orders", {"Authorization": "Bearer " + pair.buyer.api.token}

    def lua_get(target):
        cases = [f'requests[{n}] = wrk.format("GET", "{path}", {{{_headers(headers)}}})'
                 for n, (path, headers) in enumerate(map(target, pairs))]
        return f"if #requests == 0 then {'; '.join(cases)} end; return requests[math.random(0, {len(pairs) - 1})]"

    paths = ", ".join(f'[{n}] = "/v1/conversations/{p.conversation}/messages"' for n, p in enumerate(pairs))
    tokens = ", ".join(f'[{n}] = "Bearer {p.buyer.api.token}"' for n, p in enumerate(pairs))
    lua_send = f"""paths = paths or {{{paths}}}; tokens = tokens or {{{tokens}}}
  local n = math.random(0, {len(pairs) - 1})
  local key = string.format("bench-%d-%d-%d", number, count, math.random(1, 2000000000))
  return wrk.format("POST", paths[n], {{["Authorization"] = tokens[n], ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = key}}, '{{"text":"Bonjour, est-ce que vendredi vous convient toujours ?"}}')"""
    return {
        "public provider page": (lambda p: Client(p.buyer.api.port).get(page(p)[0]), lua_get(page), page(pairs[0])),
        "my orders (signed in)": (lambda p: p.buyer.api.get("/v1/orders"), lua_get(orders), orders(pairs[0])),
        "send a message": (lambda p: p.buyer.api.post(f"/v1/conversations/{p.conversation}/messages",
                                                      {"text": "Bonjour, est-ce que vendredi vous convient toujours ?"}),
                           lua_send, None),
    }


def _headers(headers):
    return ", ".join(f'["{name}"] = "{value}"' for name, value in headers.items())
