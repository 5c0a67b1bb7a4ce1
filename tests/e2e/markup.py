"""What a page says, read from its source: for looking at many pages without a browser."""

import html.parser
import json


class Form:
    """A form: where it goes, and what it carries as it was drawn."""

    def __init__(self, attributes):
        self.action, self.method = attributes.get("action", ""), attributes.get("method", "get").lower()
        self.fields, self.names = {}, []

    def take(self, tag, attributes):
        name = attributes.get("name")
        if not name:
            return
        self.names.append(name)
        unticked = attributes.get("type") in ("checkbox", "radio") and "checked" not in attributes
        if tag != "select" and not unticked and attributes.get("type") != "file":
            self.fields[name] = attributes.get("value") or ""

    def filled(self, **values):
        return {**self.fields, **values}


class Page(html.parser.HTMLParser):
    """One page. `links` are the href of its anchors, `loads` what it fetches by itself."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.source, self.title, self.language = source, "", ""
        self.headings, self.links, self.loads, self.forms, self.structured = [], [], [], [], []
        self.ids, self.alternates, self.meta = [], {}, {}
        self.canonical = self.taking = self.form = self.listed = None
        self.handlers, self.inline = [], []
        self.feed(source)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.handlers += [name for name in attributes if name.startswith("on") or name == "style"]
        taking = {"title": self._take_title, "h1": self._take_heading}.get(tag)
        if taking and (tag != "title" or not self.title):  # pictures have titles too
            self.taking = (tag, [], taking)
        reader = getattr(self, "_see_" + tag, None)
        if reader:
            reader(attributes)
        if self.form is not None and tag in ("input", "textarea", "select", "button"):
            self.form.take(tag, attributes)
            self.listed = attributes.get("name") if tag == "select" else self.listed

    def handle_endtag(self, tag):
        if self.taking and tag == self.taking[0]:
            self.taking[2]("".join(self.taking[1]).strip())
            self.taking = None
        if tag == "form":
            self.form = None

    def handle_data(self, data):
        if self.taking:
            self.taking[1].append(data)

    def _take_title(self, text):
        self.title = text

    def _take_heading(self, text):
        self.headings.append(" ".join(text.split()))

    def _see_html(self, attributes):
        self.language = attributes.get("lang", "")

    def _see_a(self, attributes):
        if attributes.get("href"):
            self.links.append(attributes["href"])

    def _see_textarea(self, attributes):
        form, name = self.form, attributes.get("name", "")
        self.taking = ("textarea", [], lambda text: form.fields.update({name: text}) if form else None)

    def _see_img(self, attributes):
        self.loads.append(attributes.get("src", ""))

    def _see_script(self, attributes):
        if "src" in attributes:
            self.loads.append(attributes["src"])
        elif attributes.get("type") == "application/ld+json":
            self.taking = ("script", [], lambda text: self.structured.append(json.loads(text)))
        else:
            self.inline.append("script")

    def _see_style(self, attributes):
        self.inline.append("style")

    def _see_link(self, attributes):
        kind, href = attributes.get("rel", "").split(), attributes.get("href", "")
        if "canonical" in kind:
            self.canonical = href
        elif "alternate" in kind and "hreflang" in attributes:
            self.alternates[attributes["hreflang"]] = href
        elif set(kind) & {"stylesheet", "icon", "manifest", "preload"}:
            self.loads.append(href)

    def _see_meta(self, attributes):
        name = attributes.get("name") or attributes.get("property")
        if name:
            self.meta[name] = attributes.get("content", "")

    def _see_form(self, attributes):
        self.form = Form(attributes)
        self.forms.append(self.form)

    def _see_option(self, attributes):
        if self.form is not None and self.listed and "selected" in attributes:
            self.form.fields[self.listed] = attributes.get("value", "")

    @property
    def is_indexable(self):
        return "noindex" not in self.meta.get("robots", "")

    def form_to(self, path):
        """The form that is posted there."""
        return next(form for form in self.forms if form.action.split("?")[0] == path and form.method == "post")
