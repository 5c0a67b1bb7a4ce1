"""A client of the API, as any program could be one: http.client and JSON, nothing else."""

import http.client
import json
import socket
import ssl
import time
import urllib.parse
import uuid


class Problem(Exception):
    """An answer that was not the expected success."""

    def __init__(self, method, path, status, body):
        super().__init__(f"{method} {path} answered {status}: {body}")
        self.status = status
        self.body = body


class Answer:
    def __init__(self, status, headers, data):
        self.status = status
        self.headers = headers
        self.data = data

    @property
    def json(self):
        return json.loads(self.data) if self.data else {}


class Client:
    """Somebody who calls the API: `Client(port)`, then `as_(token)` for whoever signed in."""

    def __init__(self, port, token=None, tls=False, timeout=30):
        self.port, self.token, self.tls, self.timeout = port, token, tls, timeout
        self.connection = None

    def as_(self, token):
        return Client(self.port, token, self.tls, self.timeout)

    def _connect(self):
        if self.tls:
            context = ssl._create_unverified_context()
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=self.timeout, context=context)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)

    def send(self, method, path, body=None, headers=None):
        """One request; what comes back, whatever its status. Lost connections raise OSError."""
        out = {"Accept-Language": "en"}
        data = None
        if isinstance(body, bytes):
            data = body
        elif body is not None:
            data = json.dumps(body).encode()
            out["Content-Type"] = "application/json"
        if self.token:
            out["Authorization"] = "Bearer " + self.token
        if method == "POST":
            out["Idempotency-Key"] = str(uuid.uuid4())
        out.update(headers or {})
        out = {name: value for name, value in out.items() if value is not None}  # None: not even ours
        for attempt in (1, 2):
            fresh = self.connection is None
            try:
                if fresh:
                    self.connection = self._connect()
                self.connection.request(method, path, body=data, headers=out)
                response = self.connection.getresponse()
                content = response.read()
                if response.will_close:
                    self.close()
                return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, content)
            except (OSError, http.client.HTTPException) as failure:
                self.close()
                # A kept connection may have been closed meanwhile: once more on a fresh one.
                if fresh or attempt == 2:
                    raise OSError(str(failure)) from failure

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def call(self, method, path, body=None, headers=None, expect=(200, 201, 202, 204)):
        answer = self.send(method, path, body, headers)
        if answer.status not in expect:
            raise Problem(method, path, answer.status, answer.data.decode(errors="replace"))
        return answer

    def get(self, path, **more):
        return self.call("GET", path, **more).json

    def post(self, path, body=None, **more):
        return self.call("POST", path, {} if body is None else body, **more).json

    def edit(self, method, path, change, body):
        """Reads `path` for its ETag, then edits."""
        tag = self.call("GET", path).headers.get("etag", "")
        return self.call(method, change, body, headers={"If-Match": tag}).json

    def until(self, path, wanted, seconds=20, what="state"):
        """Polls `path` until wanted(json) holds."""
        deadline = time.monotonic() + seconds
        while True:
            seen = self.get(path)
            if wanted(seen):
                return seen
            if time.monotonic() > deadline:
                raise TimeoutError(f"{path}: {what} did not come; last seen {json.dumps(seen)[:4000]}")
            time.sleep(0.05)

    def until_found(self, path, seconds=20):
        """Polls `path`, which answers 404 until what was asked for has been made."""
        deadline = time.monotonic() + seconds
        while self.send("GET", path).status == 404:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{path}: not found")
            time.sleep(0.05)
        return self.get(path)


def submit_form(url, fields):
    """A browser that posts a form and does not follow: the Location it is sent to."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    target = parts.path + ("?" + parts.query if parts.query else "")
    connection.request("POST", target, urllib.parse.urlencode(fields),
                       {"Content-Type": "application/x-www-form-urlencoded"})
    response = connection.getresponse()
    body = response.read()
    location = response.getheader("Location")
    connection.close()
    if response.status not in (200, 302, 303):
        raise Problem("POST", url, response.status, body)
    return location


_claims = []


def free_port():
    """A port that nobody has, nor was handed out to another story on this machine: its taker may not be
    up yet. A claim is a name among the kernel's abstract sockets, gone with the process that holds it."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        claim = socket.socket(socket.AF_UNIX)
        try:
            claim.bind(f"\0entremise-story-port-{port}")
        except OSError:
            claim.close()
            continue
        _claims.append(claim)
        return port
