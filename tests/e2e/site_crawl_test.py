"""Every link of every page, as everybody: signed out, a client, a provider. Nothing leads nowhere, each page says what
it is, once; twins name each other; the sitemap is what is published; axe finds nothing."""

import collections
import re
import urllib.parse

from site_world import EVERY_WAY, Site, play
from visitor import Visitor
from world import check

from ops.story.axe import Axe
from ops.story.people import PASSWORD

MOST = 400  # pages: a site of a handful of people has no more
# Asked for what is not a page of ours to judge: files, programs' answers.
NOT_PAGES = ("/v1/", "/docs", "/assets/", "/manifest.webmanifest", "/hooks/")


def kind_of(path):
    """Which page it is, whatever it is about."""
    bare = path.split("?")[0].removeprefix("/en") or "/"
    bare = re.sub(r"[\w%-]*-?(acc|svc)_[0-9a-z]+", "…", bare)
    return re.sub(r"[a-z]{3}_[0-9a-z]+", "…", bare)


def faults_of(path, page):
    """What is wrong with one page, by its source."""
    language = "en" if path == "/en" or path.startswith(("/en/", "/en?")) else "fr"
    if page.language != language:
        yield f"says that it is in {page.language!r}"
    if len(page.headings) != 1 or not page.headings[0]:
        yield f"has the h1s {page.headings}"
    if not page.title or page.title.startswith("·"):
        yield f"has the title {page.title!r}"
    if repeated := [name for name, times in collections.Counter(page.ids).items() if times > 1]:
        yield f"uses ids twice: {repeated}"
    if page.inline or page.handlers:
        yield f"has inline code: {page.inline + page.handlers}"
    if re.search(r"\{\{|\b[a-z_]+\.[a-z_]+_(title|hint|button)\b", page.source):
        yield "shows a marker"
    for data in page.structured:
        if not all("@context" in one or "@graph" in one for one in (data if isinstance(data, list) else [data])):
            yield "has data without a context"
    if page.is_indexable and not (page.meta.get("description") and page.canonical):
        yield "may be listed, without description or canonical address"


class Crawl:
    """One actor's walk."""

    def __init__(self, site, name, visitor, starts):
        self.site, self.name, self.visitor = site, name, visitor
        self.pages, self.waiting, self.known = {}, collections.deque(starts), set(starts)
        self.loads, self.faults = set(), []

    def walk(self):
        while self.waiting and len(self.known) < MOST:
            self.look(self.waiting.popleft())
        check(len(self.known) < MOST, f"{self.name}: the site ends ({len(self.known)} addresses)")
        check(not self.faults, f"{self.name}: {len(self.pages)} pages are sound" + "".join("\n    " + fault for fault in self.faults))
        return self

    def look(self, path):
        answer = self.visitor.follow(path)
        if answer.status != 200:
            self.faults.append(f"{path} is answered {answer.status}")
        elif answer.page is not None and not path.startswith(NOT_PAGES):
            self.read(answer.path, answer.page)

    def read(self, path, page):
        if path in self.pages:
            return
        self.pages[path] = page
        self.faults += [f"{path} {fault}" for fault in faults_of(path, page)]
        self.loads |= set(page.loads)
        for link in page.links:
            self.meet(path, urllib.parse.urljoin(self.site.url + path, link))

    def meet(self, path, address):
        if not address.startswith(self.site.url + "/"):
            return  # mailto, an authority's site
        found = urllib.parse.urlsplit(address)
        target = found.path + ("?" + found.query if found.query else "")
        # Filters can be put together without end; next= only says where one was.
        several = "/services" in found.path and len(urllib.parse.parse_qs(found.query)) > 1 or "next=" in found.query
        if target not in self.known and not several:
            self.known.add(target)
            self.waiting.append(target)


def titles_are_unique(crawl):
    by_title = collections.defaultdict(set)
    for path, page in crawl.pages.items():
        where = (page.canonical or path).removeprefix(crawl.site.url).split("?")[0]
        by_title[page.title, where.startswith("/en")].add(where)  # "Contact" is both languages'
    several = {title: sorted(paths) for title, paths in by_title.items() if len(paths) > 1}
    check(not several, f"{crawl.name}: each page has a title of its own {several}")


def twins_are_mutual(crawl):
    base, wrong = crawl.site.url, []
    public = {path: page for path, page in crawl.pages.items() if page.canonical and page.is_indexable}
    for path, page in public.items():
        twins = {language: address.removeprefix(base) or "/" for language, address in page.alternates.items()}
        if not {"fr", "en"} <= set(twins):
            wrong.append(f"{path} has the twins {twins}")
            continue
        for twin in (twins["fr"], twins["en"]):
            other = crawl.pages.get(twin) or crawl.visitor.follow(twin).page
            if other is None or other.alternates != page.alternates:
                wrong.append(f"{path} and {twin} do not agree")
        own = twins[page.language]
        if (page.canonical.removeprefix(base) or "/") != own:
            wrong.append(f"{path} calls itself {page.canonical} and {own}")
    check(public and not wrong, f"{len(public)} public pages and their twins name each other {wrong}")


def sitemap_is_what_is_published(crawl):
    base = crawl.site.url
    listed = {path or "/" for path in crawl.site.sitemap()}
    published = {page.canonical.removeprefix(base) or "/" for page in crawl.pages.values() if page.canonical and page.is_indexable}
    wrong = [path for path in listed if path not in published]
    check(not wrong, f"the sitemap lists what can be reached and listed {wrong}")
    reached = {path for path in published if "?" not in path}
    check(reached <= listed, f"and all of it {sorted(reached - listed)}")
    robots = crawl.visitor.client.call("GET", "/robots.txt").data.decode()
    check(f"Sitemap: {base}/sitemap.xml" in robots, "robots.txt names it")
    forbidden = re.findall(r"^Disallow: (\S+)", robots, re.M)
    check(not [path for path in listed if path.startswith(tuple(forbidden))], f"and forbids nothing of it {forbidden}")


def everything_loads(crawls):
    visitor = Visitor(crawls[0].site.it.port)
    loads = sorted(set().union(*(crawl.loads for crawl in crawls)))
    wrong = [path for path in loads if not path.startswith("/") or visitor.get(path).status != 200]
    check(loads and not wrong, f"{len(loads)} files and pictures are there, and ours {wrong}")


def has_no_page(site):
    """What is not there says so, in both languages."""
    visitor, oscar = Visitor(site.it.port), site.closed_provider()
    for path, status in (("/nowhere", 404), ("/en/nowhere", 404), ("/providers/nobody-acc_00000000000000000000000000", 404),
                         (f"/providers/oscar-l-{oscar}", 410), (f"/en/providers/oscar-l-{oscar}", 410), (f"/providers/oscar-l-{oscar}/reviews", 410)):
        answer = visitor.follow(path)
        check(answer.status == status, f"{kind_of(path)} is answered {status} ({answer.status})")
        wrong = list(faults_of(path, answer.page))
        check(not wrong and not answer.page.is_indexable, f"{kind_of(path)}, which is not there, is a page {wrong}")
    path = site.page_of(site.ben)
    moved = visitor.get(re.sub(r"/providers/[^/]*-acc_", "/providers/former-name-acc_", path))
    check(moved.status == 301 and moved.location == path, f"a former name leads to the right one ({moved.status} {moved.location})")


def is_accessible(browser, site, crawls):
    axe, faults, seen = Axe(), [], set()
    for crawl, address in crawls:
        person = browser.person(site.url, language="fr")
        if address:
            person.visit("/sign-in")
            person.fill("[name=email]", address)
            person.fill("[name=password]", PASSWORD)
            person.press("Enter", leads_away=True)
        for path in crawl.pages:
            kind = path if EVERY_WAY else kind_of(path)
            if kind in seen:
                continue
            seen.add(kind)
            person.visit(path)
            faults += [f"{path}: {fault}" for fault in axe.faults(person)]
            faults += [f"{path}: {complaint}" for complaint in person.complaints]
            person.complaints.clear()
        person.leave()
    print("  " + axe.told())
    check(not faults, "axe and the browser find nothing" + "".join("\n    " + fault for fault in faults))


def main():
    with Site() as site:
        site.furnish()
        outside = Crawl(site, "signed out", Visitor(site.it.port), ["/", "/en", "/styleguide"]).walk()
        inside = [Crawl(site, name, Visitor(site.it.port).sign_in(one.address), ["/dashboard", "/en/dashboard"]).walk()
                  for name, one in (("a client", site.ana), ("a provider", site.ben))]
        for crawl in (outside, *inside):
            titles_are_unique(crawl)
        check(len(outside.pages) > 40, f"the public site has {len(outside.pages)} pages")
        twins_are_mutual(outside)
        sitemap_is_what_is_published(outside)
        everything_loads([outside, *inside])
        has_no_page(site)
        play(is_accessible, site, [(outside, None), (inside[0], site.ana.address), (inside[1], site.ben.address)])


if __name__ == "__main__":
    main()
