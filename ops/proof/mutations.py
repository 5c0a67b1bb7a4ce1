"""Where one small fault may stand in a file, and what it reads like then."""

import dataclasses
import re

from ops.proof.tokens import Source


@dataclasses.dataclass(frozen=True)
class Mutation:
    """text[start:end] becomes `after`."""
    kind: str
    start: int
    end: int
    after: str

    def applied(self, text):
        return text[:self.start] + self.after + text[self.end:]

    def described(self, text):
        """before → after, on one line."""
        before = " ".join(text[self.start:self.end].split())
        return f"{before} → {self.after}" if self.after else f"{before} → nothing"


COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
ARITHMETIC = {"+": "-", "-": "+", "+=": "-=", "-=": "+="}
LONGER = {"microseconds": "milliseconds", "milliseconds": "seconds", "seconds": "minutes", "minutes": "hours",
          "hours": "days", "days": "weeks", "weeks": "days", "months": "years", "years": "months"}
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "|=", "&=", "<<"}
OPERAND_ENDS = {"&&", "||", "?", ":", ",", ";", "=", "return", "{", "}"}
# What is no operand between conditions: the name of a type or the head of a declaration.
NOT_STATEMENTS = {"return", "throw", "if", "for", "while", "else", "case", "using", "namespace", "break", "continue",
                  "static_assert", "template", "class", "struct", "enum", "do", "switch", "try", "catch", "default",
                  "const", "constexpr", "static", "auto", "delete", "friend", "extern", "public", "private"}


def mutations_of(text):
    """Every fault of this file, in the order of its text."""
    source = Source(text)
    proven = _proven_by_the_compiler(source)
    found = []
    for i in range(len(source.tokens)):
        if any(first <= i <= last for first, last in proven):
            continue
        for mutate in (_comparison, _arithmetic, _number, _truth, _unit, _negation, _condition, _operands, _statement):
            found += mutate(source, i)
    return sorted(set(found), key=lambda it: (it.start, it.end, it.after))


def _proven_by_the_compiler(source):
    """Token ranges of static_assert(…) and of consteval functions."""
    ranges = []
    for i, token in enumerate(source.tokens):
        if token.text == "static_assert" and i + 1 in source.partner:
            ranges.append((i, source.partner[i + 1]))
        if token.text == "consteval":
            body = next((j for j in range(i, len(source.tokens)) if source.at(j) == "{"), i)
            ranges.append((i, source.partner.get(body, i)))
    return ranges


def _replaced(kind, token, after):
    return [Mutation(kind, token.start, token.end, after)]


def _between_operands(source, i):
    return source.is_spaced(i) and source.at(i - 1) not in ("operator", "template")


def _comparison(source, i):
    token = source.tokens[i]
    if token.text not in COMPARISONS or not _between_operands(source, i):
        return []
    return _replaced("comparison", token, COMPARISONS[token.text])


def _arithmetic(source, i):
    token = source.tokens[i]
    joins_text = any(0 <= j < len(source.tokens) and source.tokens[j].kind == "string" for j in (i - 1, i + 1))
    if token.text not in ARITHMETIC or joins_text or not _between_operands(source, i):
        return []
    return _replaced("arithmetic", token, ARITHMETIC[token.text])


def _number(source, i):
    token = source.tokens[i]
    match = re.fullmatch(r"(\d[\d']*)([a-zA-Z]*)", token.text)
    if token.kind != "number" or not match or (match[1].startswith("0") and match[1] != "0"):
        return []
    value = int(match[1].replace("'", ""))
    others = {value + 1, value * 10} - {value}
    return [Mutation("constant", token.start, token.end, f"{other}{match[2]}") for other in sorted(others)]


def _truth(source, i):
    token = source.tokens[i]
    opposite = {"true": "false", "false": "true"}.get(token.text)
    return _replaced("constant", token, opposite) if opposite else []


def _unit(source, i):
    token = source.tokens[i]
    if token.text not in LONGER or source.at(i - 1) != "::" or source.at(i + 1) not in ("{", "("):
        return []
    return _replaced("unit", token, LONGER[token.text])


def _negation(source, i):
    token = source.tokens[i]
    return _replaced("condition", token, "") if token.text == "!" else []


def _condition(source, i):
    """A guard that is never, and one that is always taken."""
    if source.at(i) != "if" or source.at(i + 1) != "(":
        return []
    first, last = i + 2, source.partner[i + 1]
    top = [j for j in _level(source, first, last)]
    ends = [j for j in top if source.at(j) == ";"]
    if ends:
        first = ends[-1] + 1
    elif any(source.at(j) == "=" for j in top):
        return []  # if (const auto found = …): nothing to put another condition before
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    condition = source.text[start:end]
    return [Mutation("condition", start, end, f"false && ({condition})"),
            Mutation("condition", start, end, f"true || ({condition})")]


def _level(source, first, last):
    """Indices between first and last that stand in no inner brackets."""
    i = first
    while i < last:
        yield i
        i = source.partner.get(i, i) + 1


def _operands(source, i):
    """One side of && or || dropped, by the value that leaves the other to decide."""
    operator = source.at(i)
    if operator not in ("&&", "||") or not _between_operands(source, i):
        return []
    neutral = "true" if operator == "&&" else "false"
    return [Mutation("condition", source.tokens[first].start, source.tokens[last].end, neutral)
            for first, last in (_left_of(source, i), _right_of(source, i))
            if first <= last and source.at(first) not in ("true", "false")]


def _left_of(source, i):
    j = i - 1
    while j >= 0 and source.at(j) not in OPERAND_ENDS - {"}"} and source.at(j) not in ("(", "["):
        j = source.partner[j] - 1 if source.at(j) in (")", "]", "}") else j - 1
    return j + 1, i - 1


def _right_of(source, i):
    j = i + 1
    while j < len(source.tokens) and source.at(j) not in OPERAND_ENDS - {"{"} and source.at(j) not in (")", "]"):
        j = source.partner.get(j, j) + 1
    return i + 1, j - 1


def _statement(source, i):
    """A call or an assignment on lines of its own."""
    if not source.begins_line(i) or source.at(i) in NOT_STATEMENTS or source.at(i - 1) not in (";", "{", "}", ")"):
        return []
    last = _end_of_statement(source, i)
    if last is None:
        return []
    return [Mutation("statement", source.tokens[i].start, source.tokens[last].end, "{}")]


def _end_of_statement(source, i):
    """The index of its semicolon, when what begins at i is a chain a::b(…).c->d[…] called or assigned to."""
    j, calls = i, False
    while source.at(j) in ("++", "--", "*", "("):
        calls = calls or source.at(j) in ("++", "--")
        j = source.partner[j] + 1 if source.at(j) == "(" else j + 1
    while j < len(source.tokens):
        token = source.tokens[j]
        if token.kind == "word" and source.tokens[j - 1].kind == "word" and j > i:
            return None  # two names in a row declare
        if token.text == ";":
            return j if calls else None
        if token.text in ASSIGNMENTS and source.at(j + 1) not in ("default", "delete", "0"):
            return _semicolon_after(source, j)
        if token.kind != "word" and token.text not in ("::", ".", "->", "(", "[", "<", ">", "++", "--", ","):
            return None
        if token.text in ("<", ">", ",") and source.is_spaced(j):
            return None
        calls = calls or token.text in ("(", "++", "--")
        j = source.partner[j] + 1 if token.text in ("(", "[") else j + 1
    return None


def _semicolon_after(source, i):
    while i < len(source.tokens) and source.at(i) not in (";", "}", ")"):
        i = source.partner.get(i, i) + 1
    return i if source.at(i) == ";" else None
