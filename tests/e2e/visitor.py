"""Somebody with no browser, who follows links and posts forms as one would: for what is about bytes and headers."""

import http.cookies
import urllib.parse

import markup

from ops.story.client import Client
from ops.story.people import PASSWORD


class Visitor:
    """Keeps its cookie; `get` and `post` answer with `.page` beside what a client's answer has."""

    def __init__(self, port, tls=False, origin=None):
        self.client = Client(port, tls=tls)
        self.origin = origin or f"http{'s' if tls else ''}://127.0.0.1:{port}"
        self.cookie = None

    def get(self, path, **headers):
        return self._sent("GET", path, None, headers)

    def post(self, path, fields, origin="", **headers):
        """As a form of the page's own; `origin` None sends none. Header names are given with _ for -."""
        if origin is not None:
            headers = {"Origin": origin or self.origin, **headers}
        data = urllib.parse.urlencode(fields).encode() if not isinstance(fields, bytes) else fields
        return self._sent("POST", path, data, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def _sent(self, method, path, data, headers):
        out = {name.replace("_", "-"): value for name, value in headers.items()}
        # A browser says what it takes; Client's Accept-Language is a program's.
        out = {"Accept": "text/html", "Accept-Language": "fr", "Idempotency-Key": None, **out}
        if self.cookie:
            out["Cookie"] = self.cookie
        answer = self.client.send(method, path.removeprefix(self.origin) or "/", data, out)
        self._keep(answer.headers.get("set-cookie"))
        is_page = "text/html" in answer.headers.get("content-type", "") and "content-encoding" not in answer.headers
        answer.page = markup.Page(answer.data.decode()) if is_page else None
        answer.location = answer.headers.get("location", "").removeprefix(self.origin)
        return answer

    def _keep(self, header):
        if header is None:
            return
        for name, one in http.cookies.SimpleCookie(header).items():
            self.cookie = f"{name}={one.value}" if one.value and one["max-age"] != "0" else None

    def follow(self, path, most=5):
        """The page behind a path, redirects followed; its path is `answer.path`."""
        for _ in range(most):
            answer = self.get(path)
            answer.path = path
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            path = answer.location
        raise AssertionError(f"{path} redirects without end")

    def sign_in(self, address, password=PASSWORD):
        form = self.get("/sign-in").page.form_to("/sign-in")
        answer = self.post("/sign-in", form.filled(email=address, password=password))
        if answer.status != 303 or not self.cookie:
            raise AssertionError(f"{address} cannot sign in: {answer.status}")
        return self
