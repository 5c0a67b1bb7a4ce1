"""nginx between a browser and the site: what it hands on, what it keeps, what it limits, and the pages that
it answers with by itself. Behind it stands nobody but an upstream that tells what reached it."""

import http.server
import re
import threading

from world import ROOT, Nginx, check, temporary_folder

from ops.story.client import Client, free_port

TOKENS = (ROOT / "api/site/look/css/tokens.css").read_text()
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, br", "Sec-Fetch-Dest": "document",
           "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-User": "?1",
           "If-Range": '"tag"', "If-None-Match": '"tag"', "If-Modified-Since": "Mon, 30 Nov 2026 10:00:00 GMT", "Range": "bytes=0-9",
           "Origin": "https://entremise.example", "Cookie": "__Host-session=x", "Content-Type": "application/x-www-form-urlencoded"}
# Those of api/pipeline/protection.cpp, and nginx' own.
PROTECTIONS = ("strict-transport-security", "x-content-type-options", "content-security-policy", "referrer-policy",
               "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy")


class Upstream:
    """Answers everything, and keeps what it was asked."""

    def __init__(self):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                seen.append((self.command, self.path, dict(self.headers.items())))
                body = self.headers.get("Accept-Encoding", "").encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                if self.path.startswith("/assets/"):
                    self.send_header("Cache-Control", "public, max-age=31536000, immutable")
                    self.send_header("ETag", '"of-the-asset"')
                    self.send_header("Vary", "Accept-Encoding")
                self.end_headers()
                self.wfile.write(body)
            do_POST = do_GET

            def log_message(self, *what):
                pass
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def asked_for(self, path):
        return [headers for _, asked, headers in self.seen if asked == path]

    def end(self):
        self.server.shutdown()
        self.server.server_close()


def hands_on(client, upstream):
    client.send("POST", "/sign-up", b"a=1", BROWSER)
    arrived = {name.lower(): value for name, value in upstream.asked_for("/sign-up")[0].items()}
    for name, value in BROWSER.items():
        check(arrived.get(name.lower()) == value, f"{name} arrives as it was sent ({arrived.get(name.lower())})")
    client.send("POST", "/sign-up?odd", b"a=1", {"Content-Type": "text/html"})
    odd = upstream.asked_for("/sign-up?odd")[0]
    check(odd["Content-Type"] == "application/octet-stream", f"what no form has arrives as unknown {odd}")
    form = "multipart/form-data; boundary=b"
    client.send("POST", "/account/profile", b"--b--", {"Content-Type": form})
    check(upstream.asked_for("/account/profile")[0]["Content-Type"] == form, "a form with a picture arrives as one")


def keeps_assets(client, upstream):
    path = "/assets/site.0123456789abcdef.css"
    packed = {"Accept-Encoding": "gzip, deflate, br, zstd", "Cookie": "__Host-session=x"}
    bodies = [client.send("GET", path, headers=headers).data for headers in (packed, packed, {}, {})]
    check(bodies == [b"br", b"br", b"", b""], f"each browser gets the coding that it reads {bodies}")
    check(len(upstream.asked_for(path)) == 2, f"an asset is asked for once per coding {upstream.asked_for(path)}")
    check(all("Cookie" not in headers for headers in upstream.asked_for(path)), "nobody's cookie goes with it")
    unchanged = client.send("GET", path, headers={**packed, "If-None-Match": '"of-the-asset"'})
    check(unchanged.status == 304, f"whoever has it is told so {unchanged.status}")


def is_our_page(answer, status, language, words):
    html = answer.data.decode()
    check(answer.status == status, f"answered {status} ({answer.status})")
    check(answer.headers["content-type"] == "text/html; charset=utf-8", f"as a page {answer.headers}")
    check(f'<html lang="{language}">' in html and words in html, f"in its language: {words}")
    check(html.count("<h1>") == 1 and "/away.css" in html and "style=" not in html and "<script" not in html, "one h1, own style")
    check('href=""' in html and ('href="/en"' if language == "en" else 'href="/"') in html, "with a way on")
    check(all(header in answer.headers for header in PROTECTIONS), f"with every protection {answer.headers}")
    check("style-src 'self'" in answer.headers["content-security-policy"], "whose style may be loaded")
    passes = status in (429, 502, 503, 504)
    check(("retry-after" in answer.headers) == passes, "says when to come again, if that helps")


def refuses_in_pages(client):
    large = b"x" * 7_000_000
    is_our_page(client.send("POST", "/account/profile", large, BROWSER), 413, "fr", "Ce fichier est trop grand")
    is_our_page(Client(client.port, tls=True).send("POST", "/en/account/profile", large, BROWSER), 413, "en", "This file is too large")
    machine = Client(client.port, tls=True).send("POST", "/v1/me/page/pictures", large, BROWSER)
    check(machine.headers["content-type"] == "application/problem+json", "/v1 speaks in problems whoever asks")
    style = Client(client.port, tls=True).send("GET", "/away.css")
    check(style.status == 200 and style.headers["content-type"].startswith("text/css"), "the style is there without upstream")
    strange = {colour for colour in re.findall(r"#[0-9a-f]{3,6}\b", style.data.decode()) if colour not in TOKENS}
    check(not strange, f"its colours are those of the site {strange}")


def limits_forms(client):
    for path in ("/sign-in", "/en/password-reset/new"):
        answers = [client.send("POST", path, b"a=1", BROWSER) for _ in range(30)]
        statuses = [answer.status for answer in answers]
        check(429 in statuses, f"who sends {path} again and again has to wait {statuses}")
        is_our_page(answers[-1], 429, "en" if path.startswith("/en/") else "fr", "page précédente" if path[1:3] != "en" else "page before")
    check(client.send("GET", "/sign-in", headers=BROWSER).status == 200, "the page itself is still to be read")
    check(client.send("POST", "/account/profile", b"a=1", BROWSER).status == 200, "and members' forms are not held up by it")


def main():
    folder, upstream = temporary_folder(), Upstream()
    nginx = Nginx(folder / "nginx", upstream.port)
    alone = Nginx(folder / "alone", free_port())
    try:
        client = Client(nginx.port, tls=True)
        hands_on(client, upstream)
        keeps_assets(client, upstream)
        refuses_in_pages(client)
        limits_forms(client)
        away = Client(alone.port, tls=True)
        is_our_page(away.send("GET", "/services?q=robe", headers=BROWSER), 502, "fr", "Le service ne répond pas")
        is_our_page(away.send("GET", "/en/services", headers=BROWSER), 502, "en", "does not answer just now")
        token = "a-token-that-opens-an-account-0123456789abc"
        for path in ("/email-verification", "/en/email-verification", "/password-reset/new", "/en/email-change"):
            is_our_page(away.send("GET", f"{path}?token={token}", headers=BROWSER), 502, "en" if "/en/" in path else "fr", "</h1>")
    finally:
        nginx.stop()
        alone.stop()
        upstream.end()
    logs = "".join(log.read_text() for log in (folder / "alone/logs").glob("*.log"))
    check(token not in logs, "no log of nginx holds what a mailed link carries")


if __name__ == "__main__":
    main()
