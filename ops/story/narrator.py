"""Tells what happens, for somebody who has never seen the product."""

import sys


class Narrator:
    def __init__(self, out=sys.stdout):
        self.out = out
        self.colour = out.isatty()
        self.number = 0

    def _print(self, text=""):
        print(text, file=self.out, flush=True)

    def _bold(self, text):
        return f"\033[1m{text}\033[0m" if self.colour else text

    def _dim(self, text):
        return f"\033[2m{text}\033[0m" if self.colour else text

    def chapter(self, title, why=""):
        self.number += 1
        self._print()
        self._print(self._bold(f"{self.number}. {title}"))
        if why:
            self._print("   " + why)

    def did(self, what, call=""):
        self._print(f"   · {what}" + (self._dim(f"   [{call}]") if call else ""))

    def table(self, rows, heads):
        widths = [max(len(str(row[i])) for row in [heads, *rows]) for i in range(len(heads))]
        line = "     " + "  ".join(str(h).ljust(w) for h, w in zip(heads, widths))
        self._print(self._dim(line) if self.colour else line)
        for row in rows:
            self._print("     " + "  ".join(str(c).ljust(w) for c, w in zip(row, widths)))

    def say(self, text=""):
        self._print("   " + text if text else "")


class Silent(Narrator):
    """For tests and the bench."""

    def _print(self, text=""):
        pass


def euros(minor):
    return f"{minor / 100:,.2f} EUR".replace(",", " ")
