"""Through nginx, as the world meets the product: TLS, headers, limits, hostile bytes; and what an
operator meets: SIGTERM, wrong configurations, exit codes."""

import re
import signal
import socket
import ssl
import threading
import time

from world import Nginx, World, check, free_port

from ops.story import people
from ops.story.client import Client


def raw(port, data, tls=True):
    """Sends bytes, returns the first line of whatever comes back."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=15)
    stream = ssl._create_unverified_context().wrap_socket(plain, server_hostname="127.0.0.1") if tls else plain
    try:
        stream.sendall(data)
        return stream.recv(4096).split(b"\r\n")[0].decode(errors="replace")
    except OSError as failure:
        return f"closed: {failure}"
    finally:
        stream.close()


HOSTILE = {
    "two content lengths": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "length and chunks": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a length of letters": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
    "a negative length": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "an unknown coding": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: cow\r\n\r\n",
    "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
    "a space before the colon": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n",
    "a folded header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
    "a NUL in the path": b"GET /v1/services/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a climb": b"GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "half an escape": b"GET /v1/services?q=%4 HTTP/1.1\r\nHost: x\r\n\r\n",
    "a huge header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 40000 + b"\r\n\r\n",
    "trace": b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a future version": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "garbage": b"\x16\x03\x01\x00garbage\r\n\r\n",
}


PROTECTIONS = ("strict-transport-security", "x-content-type-options", "content-security-policy", "referrer-policy",
               "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy")


def is_a_problem(answer, status, code, words):
    """What nginx answers by itself reads as what the product answers."""
    check(answer.status == status, f"{code} is answered {status} ({answer.status})")
    check(answer.headers["content-type"] == "application/problem+json", f"{code} is a problem")
    check(answer.json["title"] == code and answer.json["status"] == status, f"{code} says what it is {answer.data!r}")
    check(words in answer.json["detail"], f"{code} says what to do: {answer.json['detail']}")
    check(all(header in answer.headers for header in PROTECTIONS), f"{code} carries every protection {answer.headers}")
    passes = status in (429, 502, 503, 504)
    check(("retry-after" in answer.headers) == passes, f"{code} says when to come again, if that helps")


def refuses_in_words(through):
    large = b"x" * 7_000_000
    picture = {"Content-Type": "image/png"}
    is_a_problem(through.send("POST", "/v1/me/page/pictures", large, picture), 413, "too_large", "too large")
    french = {**picture, "Accept-Language": "fr-FR, en;q=0.5"}
    is_a_problem(through.send("POST", "/v1/me/page/pictures", large, french), 413, "too_large", "trop grand")
    is_a_problem(through.send("GET", "/healthz", headers={"X": "a" * 40_000}), 431, "headers_too_large", "too long")
    is_a_problem(through.send("TRACE", "/healthz"), 405, "method_not_allowed", "method")
    is_a_problem(Client(through.port, tls=True).send("GET", "/problem"), 404, "not_found", "nothing")
    # Only the first of two goes further, and is what the request is judged by.
    first = raw(through.port, b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\n"
                b"Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
    check(" 415" in first, f"of two media types the first counts {first}")


def serves_the_site(through):
    """What front_pages_test.py sees handed on is enough for the site: pages, their parts, forms without Origin."""
    reader = {"Accept": "text/html", "Accept-Encoding": "br", "Accept-Language": "fr"}
    page = through.send("GET", "/", headers=reader)
    check(page.status == 200 and page.headers["content-encoding"] == "br", f"the first page comes compressed {page.headers}")
    html = through.send("GET", "/", headers={"Accept": "text/html"}).data.decode()
    style = through.send("GET", re.search(r'href="(/assets/site\.[^"]+\.css)"', html).group(1), headers=reader)
    check(style.status == 200 and "immutable" in style.headers["cache-control"], f"and so does its style {style.headers}")
    form = {**reader, "Content-Type": "application/x-www-form-urlencoded"}
    for site, is_let_in in (("same-origin", True), ("cross-site", False)):
        answer = through.send("POST", "/sign-in", b"email=nobody%40example.org&password=wrong", {**form, "Sec-Fetch-Site": site})
        check((answer.status != 403) == is_let_in, f"a form without Origin stands on Sec-Fetch-Site: {site} ({answer.status})")


def battery(port, tls, who, alive):
    for name, data in HOSTILE.items():
        first = raw(port, data, tls)
        refused = first.startswith(("HTTP/1.1 4", "HTTP/1.1 501", "HTTP/1.1 505", "closed")) or first == ""
        check(refused, f"{who} refuses {name}: {first[:60]!r}")
    check(alive(), f"{who} is alive after all that")


def keeps_secrets_out_of_its_log(nginx, upstream_ends):
    """What limits and dead upstreams make nginx complain of names whole request lines."""
    secrets = ("/hooks/mangopay/0043-a-secret-68dc?EventType=X&RessourceId=1", "/v1/unsubscriptions/a-token-of-somebody")
    through = Client(nginx.port, tls=True)
    answers = {answer.status: answer for answer in (through.send("GET", secrets[1]) for _ in range(300))}
    check(429 in answers, f"nginx limits who asks too often {answers.keys()}")
    is_a_problem(answers[429], 429, "too_many_requests", "try again")
    check(through.send("GET", secrets[0]).status != 429, "Mangopay's calls have limits of their own")
    upstream_ends()
    for path in secrets:
        check(Client(nginx.port, tls=True).send("GET", path).status in (429, 502), "nobody is behind nginx")
    log = (nginx.folder / "logs/error.log").read_text()
    check(not any(secret.split("?")[0] in log for secret in secrets) and "127.0.0.1" not in log,
          f"no secret and no address in nginx' log {log[:300]!r}")


def hands_media_on(through, person):
    form = b"token=" + b"x" * 40 + b"&password=wrong&key=0f8fad5b-d9cb-469f-a165-70867728950e"
    page = through.send("POST", "/email-verification", form,
                        {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
    check(page.status == 422 and "text/html" in page.headers["content-type"], f"a form arrives as one {page.status}")
    change = {"If-Match": "*", "Content-Type": "application/merge-patch+json"}
    check(person.send("PATCH", "/v1/me", {"language": "en"}, change).status == 200, "a merge patch arrives as one")
    packed = {**change, "Content-Encoding": "gzip"}
    check(person.send("PATCH", "/v1/me", b"\x1f\x8b", packed).status == 415, "and a packed one is told that it is")
    check(person.send("PATCH", "/v1/me", {}, {**change, "Content-Type": "text/html"}).status == 415, "pages are no changes")


def main():
    with World() as world:
        world.it.start_mangopay()
        world.it.start_server()
        nginx = Nginx(world.folder / "nginx", world.it.port)
        try:
            through = Client(nginx.port, tls=True)
            answer = through.send("GET", "/v1/openapi.json")
            check(answer.status == 200 and answer.json["openapi"].startswith("3.1"), "the API description is served over TLS")
            for header in ("strict-transport-security", "x-content-type-options", "x-request-id"):
                check(header in answer.headers, f"answers carry {header}")
            for stranger in (through, Client(world.it.port)):
                check(stranger.send("GET", "/metrics").status == 404, "metrics are not for the world")
            scraped = Client(world.it.metrics_port)
            check("entremise_events_waiting" in scraped.send("GET", "/metrics").data.decode(), "they are there for the operator")
            check(scraped.send("GET", "/v1/terms/terms").status == 404, "and nothing else is, on that port")
            person = people.sign_up(through, people.Mailbox(world.it.folder / "mail"), "ana@example.org",
                                    people.natural_person("Ana", "Durand"))
            check(person.get("/v1/me")["person"]["surname"] == "Durand", "signing up works through nginx")
            check(through.send("POST", "/v1/accounts", b"x" * 100_000, {"Content-Type": "application/json"}).status == 413,
                  "a body beyond the route's limit is refused")
            hands_media_on(through, person)
            serves_the_site(through)
            refuses_in_words(through)
            battery(nginx.port, True, "nginx", lambda: through.send("GET", "/healthz").status == 200)
            battery(world.it.port, False, "the server itself", lambda: Client(world.it.port).send("GET", "/healthz").status == 200)
            keeps_secrets_out_of_its_log(nginx, lambda: world.it.stop("serve"))
            world.it.start_server()
        finally:
            nginx.stop()
        silent_about_links(world)
        configuration(world)
        graceful(world)


def silent_about_links(world):
    """A server that is away has nginx write whole requests into its log: not those of mailed links."""
    nginx = Nginx(world.folder / "alone", free_port())
    token = "a-token-that-opens-an-account-0123456789abc"
    try:
        client = Client(nginx.port, tls=True)
        for path in ("/email-verification", "/email-change", "/proposal-refusal", "/closed-account-documents"):
            is_a_problem(client.send("GET", f"{path}?token={token}"), 502, "unavailable", "same Idempotency-Key")
    finally:
        nginx.stop()
    logs = "".join(log.read_text() for log in (nginx.folder / "logs").glob("*.log"))
    check(token not in logs, "no log of nginx holds what a mailed link carries")


def configuration(world):
    wrong = world.folder / "wrong.toml"
    wrong.write_text("[http]\nport = 'x'\n[htpp]\nport = 1\n")
    done = world.it.entremise("serve", check=False, config=wrong)
    check(done.returncode == 2 and "[http] port" in done.stderr and "[htpp] port is not known" in done.stderr,
          "a wrong configuration is refused, every fault named")
    check(world.it.entremise("frobnicate", check=False).returncode != 0, "an unknown command is refused")
    check("right" in world.it.entremise("config", "check"), "config check tells that it is right")
    for command in ("serve", "work", "migrate", "retention", "series", "ledger", "proposals", "money"):
        check(world.it.entremise(command, "--help", check=False).returncode == 0, f"{command} --help")


def graceful(world):
    """SIGTERM while passwords are being hashed: all of them are answered."""
    answers = []

    def sign_in():
        client = Client(world.it.port)
        answers.append(client.send("POST", "/v1/sessions", {"email": "nobody@example.org", "password": "wrong wrong wrong"}).status)
    threads = [threading.Thread(target=sign_in) for _ in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    started = time.monotonic()
    world.it.running["serve"].send_signal(signal.SIGTERM)
    code = world.it.running.pop("serve").wait(25)
    for thread in threads:
        thread.join()
    check(code == 0, f"SIGTERM ends the server with 0 ({code}) after {time.monotonic() - started:.2f} s")
    check(len(answers) == 8 and all(status in (401, 429) for status in answers), f"what was in flight was answered: {answers}")


if __name__ == "__main__":
    main()
