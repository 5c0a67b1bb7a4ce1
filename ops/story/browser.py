"""A person at a browser: visits, reads, clicks, fills in, with scripts or without, at any width, in any language.
What the page complained of (console, CSP, failed loads) is kept, and what it cost to load."""

import base64
import pathlib

from .chromium import Chromium
from .hands import Hands

KINDS = ("javascript", "width", "height", "language", "dark", "forced_colours", "text_zoom")


class Browser:
    """`with Browser() as browser: ana = browser.person(url)`; persons share the process and nothing else."""

    def __init__(self):
        self.chromium = Chromium()

    def person(self, base, **how):
        unknown = set(how) - set(KINDS)
        if unknown:
            raise TypeError(f"a person has no {unknown}")
        return Person(self.chromium, base.rstrip("/"), how)

    def __enter__(self):
        return self

    def __exit__(self, kind, failure, trace):
        self.chromium.close()


class Loaded:
    """One answer a page was made of."""

    def __init__(self, url, kind, status):
        self.url, self.kind, self.status, self.bytes = url, kind, status, 0


class Person(Hands):
    """Somebody with a browser of their own: own cookies, own history."""

    def __init__(self, chromium, base, how):
        self.chromium, self.base = chromium, base
        self.complaints, self.loaded, self.loads, self.main_frame = [], {}, 0, None
        self.context = chromium.call("Target.createBrowserContext")["browserContextId"]
        target = chromium.call("Target.createTarget", url="about:blank", browserContextId=self.context)["targetId"]
        self.session = chromium.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        chromium.listen(self._hear)
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.ask(domain + ".enable")
        self.main_frame = self.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._become(**how)

    def _become(self, javascript=True, width=1280, height=900, language="fr", dark=False, forced_colours=False,
                text_zoom=1):
        self.javascript, self.width, self.text_zoom = javascript, width, text_zoom
        self.ask("Emulation.setScriptExecutionDisabled", value=not javascript)
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700)
        agent = self.ask("Runtime.evaluate", expression="navigator.userAgent")["result"]["value"]
        self.ask("Network.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        # Without motion: what is clicked at stands still.
        self.ask("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "forced-colors", "value": "active" if forced_colours else "none"}])
        if text_zoom != 1:
            self.ask("Page.setFontSizes", fontSizes={"standard": round(16 * text_zoom)})

    def ask(self, method, **params):
        return self.chromium.call(method, self.session, **params)

    def js(self, code):
        """What an expression in the page is; also where the page's own scripts are off."""
        result = self.ask("Runtime.evaluate", expression=code, awaitPromise=self.javascript, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{code[:80]}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    def visit(self, path):
        """Goes to a path or an address, and waits; the status of what came."""
        self.arrives(lambda: self.ask("Page.navigate", url=path if "://" in path else self.base + path))
        return self.status

    def arrives(self, action):
        """Does `action`, then waits until another page is there."""
        before, here = self.loads, self.here
        self.loaded = {}
        action()
        self.chromium.until(lambda: self.loads > before, what=f"a page after {here}")

    def reload(self):
        self.arrives(lambda: self.ask("Page.reload"))
        return self.status

    def back(self):
        history = self.ask("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]["id"]
        self.arrives(lambda: self.ask("Page.navigateToHistoryEntry", entryId=entry))

    @property
    def status(self):
        documents = [one for one in self.loaded.values() if one.kind == "Document"]
        return documents[-1].status if documents else None

    @property
    def here(self):
        """Path, query and fragment of where the person is."""
        return self.js("location.href").removeprefix(self.base)

    @property
    def title(self):
        return self.js("document.title")

    def text(self, selector="main"):
        """What is to be read there, spaces made plain; empty where there is no such thing."""
        words = self.js(f"document.querySelector({selector!r})?.innerText || ''")
        return " ".join(words.split())

    def overflows(self):
        """What is wider than the window, if the page scrolls sideways."""
        return self.js("""(() => { const width = document.documentElement.clientWidth;
            if (document.scrollingElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 90)); })()""")

    def cookies(self):
        found = self.chromium.call("Storage.getCookies", browserContextId=self.context)["cookies"]
        return {cookie["name"]: cookie for cookie in found}

    def screenshot(self, path, whole=True):
        if whole and self.text_zoom == 1:  # beyond the window, letters have the usual size again
            # Sticky parts and 100vh are drawn as on a window of the page's height otherwise.
            size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
            data = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        else:
            data = self.ask("Page.captureScreenshot")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def leave(self):
        self.chromium.listeners.remove(self._hear)
        self.chromium.call("Target.disposeBrowserContext", browserContextId=self.context)

    def _hear(self, session, method, params):
        if session != self.session:
            return
        if method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Page.frameNavigated" and params.get("type") == "BackForwardCacheRestore":
            self.loads += 1  # kept pages load nothing
        elif method == "Network.responseReceived":
            answer = params["response"]
            self.loaded[params["requestId"]] = Loaded(answer["url"], params["type"], answer["status"])
        elif method == "Network.loadingFinished" and params["requestId"] in self.loaded:
            self.loaded[params["requestId"]].bytes = params["encodedDataLength"]
        else:
            self._hear_complaint(method, params)

    def _hear_complaint(self, method, params):
        if method == "Log.entryAdded" and params["entry"]["level"] in ("warning", "error"):
            self.complaints.append(f"{params['entry']['text']} {params['entry'].get('url', '')}".strip())
        elif method == "Runtime.exceptionThrown":
            thrown = params["exceptionDetails"]
            self.complaints.append(thrown.get("exception", {}).get("description", thrown["text"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.complaints.append(" ".join(str(one.get("value", one.get("description"))) for one in params["args"]))
