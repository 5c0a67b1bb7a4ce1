"""What a person does with a page: real clicks, keys and text, at what is seen by its words."""

import pathlib

FINDING = (pathlib.Path(__file__).parent / "finding.js").read_text()

KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38,
        "ArrowRight": 39, "ArrowDown": 40}
TEXT_OF_KEYS = {"Enter": "\r", " ": " "}
# A control that leads to another page, unless it stays on this one by design.
LEADS_AWAY = """function() {
    if (this.matches("a[href]")) return this.href.split("#")[0] !== location.href.split("#")[0] || !this.hash;
    return Boolean(this.form) && this.type === "submit";
}"""
SET_VALUE = """function(value) {
    this.value = value;
    for (const name of ["input", "change"]) this.dispatchEvent(new Event(name, { bubbles: true }));
    return this.value;
}"""
CHOOSE = """function(words) {
    const plain = text => text.replace(/[\\s\\u00a0\\u202f]+/g, " ").trim();
    const option = [...this.options].find(one => plain(one.textContent) === plain(words) || one.value === words);
    return option ? option.value : null;
}"""


class Hands:
    """Mixed into a person: what follows acts on the page that `ask` and `js` speak to."""

    def find(self, what, words):
        """The one thing meant by `words`: a "control" or a "field"; its absence is an error."""
        found = self.ask("Runtime.evaluate", expression=f"({FINDING})({what!r}, {words!r})")["result"]
        if "objectId" not in found:
            raise LookupError(f"no {what} {words!r} on {self.here}: {self.text()[:300]}")
        return found["objectId"]

    def sees(self, what, words):
        try:
            return bool(self.find(what, words))
        except LookupError:
            return False

    def click(self, words, times=1, stays=False):
        """Clicks what says `words`, and waits for the page it leads to, if it leads to one."""
        control = self.find("control", words)
        away = not stays and self._of(control, LEADS_AWAY)
        if away:
            self.arrives(lambda: self._press_at(control, times))
        else:
            self._press_at(control, times)
            self.chromium.pause(0.1)

    def fill(self, words, value):
        """Writes into the field labelled `words`, instead of what is there."""
        field = self.find("field", words)
        if self._of(field, "function() { return this.type; }") in ("date", "time", "month", "color", "range"):
            return self._of(field, SET_VALUE, value)  # the parts of such a field are the browser's own
        self.ask("DOM.focus", objectId=field)
        self._of(field, "function() { this.select(); }")
        self.press("Delete") if value == "" else self.ask("Input.insertText", text=value)
        return value

    def select(self, words, option):
        field = self.find("field", words)
        value = self._of(field, CHOOSE, option)
        if value is None:
            raise LookupError(f"{words!r} offers no {option!r}")
        self._of(field, SET_VALUE, value)

    def tick(self, words):
        """Clicks a check box or one of several choices; twice is back again."""
        self._press_at(self.find("field", words), 1)

    def choose_file(self, words, *paths):
        self.ask("DOM.setFileInputFiles", objectId=self.find("field", words), files=[str(path) for path in paths])

    def value_of(self, words):
        return self._of(self.find("field", words), "function() { return this.type === 'checkbox' ? this.checked : this.value; }")

    def press(self, key, times=1, leads_away=False):
        if leads_away:
            return self.arrives(lambda: self.press(key, times))
        code = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": KEYS.get(key, 46)}
        for _ in range(times):
            text = {"text": TEXT_OF_KEYS[key]} if key in TEXT_OF_KEYS else {}
            self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **code, **text)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **code)

    def focused(self):
        """What the keyboard is at: its id, or its words."""
        return self.js("(e => e.id || e.textContent.trim().slice(0, 60) || e.name || e.tagName)(document.activeElement)")

    def _press_at(self, control, times):
        """A press of the mouse in the middle of it: what covers it gets it, as with anybody's hand."""
        self.ask("DOM.scrollIntoViewIfNeeded", objectId=control)
        quad = self.ask("DOM.getContentQuads", objectId=control)["quads"][0]
        at = {"x": sum(quad[0::2]) / 4, "y": sum(quad[1::2]) / 4, "button": "left"}
        for count in range(1, times + 1):
            self.ask("Input.dispatchMouseEvent", type="mousePressed", clickCount=count, **at)
            self.ask("Input.dispatchMouseEvent", type="mouseReleased", clickCount=count, **at)

    def _of(self, thing, function, *arguments):
        result = self.ask("Runtime.callFunctionOn", objectId=thing, functionDeclaration=function, returnByValue=True,
                          arguments=[{"value": one} for one in arguments])
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description"))
        return result["result"].get("value")
