"""Lighthouse on the pages that count, on a phone, best of three: for ops/check. It needs Node 20 and its package,
which comes by npm into the user's cache; where it cannot, this says so and holds nothing."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from site_world import Site
from world import check

from ops.story import chromium

VERSION = "12.8.2"
NODE = 20
ROUNDS = 3
LEAST = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
PAINT, SHIFT = 1800, 0.01  # milliseconds, share of the window
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "entremise" / f"lighthouse-{VERSION}"


def lacking():
    """Why it cannot run here, or nothing."""
    if not chromium.is_there():
        return f"no browser at {chromium.PROGRAM}"
    if not shutil.which("node") or not shutil.which("npm"):
        return "no Node"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    if int(re.match(r"v(\d+)", version).group(1)) < NODE:
        return f"Node {version}, and it needs {NODE}"
    if not (CACHE / "node_modules").exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["npm", "install", "--prefix", CACHE, "--ignore-scripts", "--no-audit", "--no-fund", f"lighthouse@{VERSION}"],
                              capture_output=True, text=True)
        if done.returncode != 0:
            shutil.rmtree(CACHE)
            return f"npm cannot get lighthouse {VERSION}: {done.stderr[-300:]}"
    return None


def seen(url, extra):
    """One look; nothing where the browser did not start, which happens."""
    done = subprocess.run(["node", CACHE / "node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json",
                           "--only-categories=" + ",".join(LEAST), "--chrome-flags=--headless=new --no-sandbox", *extra],
                          capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chromium.PROGRAM}, timeout=120)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        return None


def holds(url, wanted, extra=()):
    best = dict.fromkeys(wanted, 0.0)
    paint, shift = float("inf"), float("inf")
    for _ in range(ROUNDS):
        report = seen(url, extra)
        if report is None or report.get("runtimeError"):
            continue
        for category in wanted:
            best[category] = max(best[category], report["categories"][category]["score"] or 0)
        paint = min(paint, report["audits"]["largest-contentful-paint"]["numericValue"])
        shift = min(shift, report["audits"]["cumulative-layout-shift"]["numericValue"])
        if all(best[category] >= LEAST[category] for category in wanted) and paint <= PAINT and shift <= SHIFT:
            break
    told = ", ".join(f"{category} {score * 100:.0f}" for category, score in best.items())
    check(all(best[category] >= LEAST[category] for category in wanted), f"{url}: {told}")
    check(paint <= PAINT and shift <= SHIFT, f"{url}: painted after {paint:.0f} ms, shifted by {shift:.3f}")


def main():
    why = lacking()
    if why:
        print(f"lighthouse: skipped, {why}")
        return
    with Site() as site:
        site.furnish()
        service = next(path for path in site.sitemap() if path.startswith("/services/"))
        for path in ("/", "/services", service, site.page_of(site.ben), "/how-it-works", "/en"):
            holds(site.url + path, list(LEAST))
        session = site.client.send("POST", "/v1/sessions", {"email": site.ana.address, "password": "Sept-lieues-et-deux-bottes-47", "channel": "cookie"},
                                   {"Origin": site.url})
        cookie = session.headers["set-cookie"].split(";")[0]
        extra = ["--extra-headers=" + json.dumps({"Cookie": cookie})]
        for path in ("/dashboard", "/account/security"):
            holds(site.url + path, [category for category in LEAST if category != "seo"], extra)  # nobody lists them


if __name__ == "__main__":
    sys.exit(main())
