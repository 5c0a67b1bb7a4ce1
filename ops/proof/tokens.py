"""C++ as a list of tokens: enough to know where a fault may be planted, no more."""

import bisect
import dataclasses
import re

_PATTERN = re.compile(r'''
    (?P<preprocessor> ^[ \t]*\#(?:[^\n\\]|\\.|\\\n)*)
  | (?P<comment>  //[^\n]* | /\*.*?\*/ )
  | (?P<string>   (?:u8|[uUL])?R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)" | (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*"[A-Za-z_]*
                | (?:u8|[uUL])?'(?:[^'\\\n]|\\.)+' )
  | (?P<number>   \.?\d(?:'?[\w.])* )
  | (?P<word>     [A-Za-z_]\w* )
  | (?P<operator> <=>|<<=|>>=|\.\.\.|->\*|::|->|\+\+|--|&&|\|\||[<>=!+\-*/%&|^]=|<<|[^\s\w] )
''', re.VERBOSE | re.DOTALL | re.MULTILINE)

_OPENING = {"(": ")", "[": "]", "{": "}"}


@dataclasses.dataclass(frozen=True)
class Token:
    kind: str  # string, number, word or operator
    text: str
    start: int

    @property
    def end(self):
        return self.start + len(self.text)


class Source:
    """A file's text, its tokens (comments and preprocessor lines left out) and what encloses what."""

    def __init__(self, text):
        self.text = text
        self.tokens = [Token(match.lastgroup if match.lastgroup != "mark" else "string", match.group(), match.start())
                       for match in _PATTERN.finditer(text) if match.lastgroup not in ("comment", "preprocessor")]
        self.partner = self._partners()
        self._line_starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def _partners(self):
        partner, open_ones = {}, []
        for i, token in enumerate(self.tokens):
            if token.text in _OPENING:
                open_ones.append(i)
            elif token.text in _OPENING.values() and open_ones:
                partner[i] = open_ones.pop()
                partner[partner[i]] = i
        return partner

    def at(self, i):
        """The text of token i, empty beyond either end."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def line_of(self, offset):
        return bisect.bisect_right(self._line_starts, offset)

    def line_text(self, number):
        return self.text.splitlines()[number - 1]

    def is_spaced(self, i):
        """White space on both sides: clang-format's mark of an operator between two operands."""
        before, after = self.tokens[i].start - 1, self.tokens[i].end
        return before >= 0 and self.text[before].isspace() and self.text[after:after + 1].isspace()

    def begins_line(self, i):
        start = self.tokens[i].start
        return not self.text[self.text.rfind("\n", 0, start) + 1:start].strip()
