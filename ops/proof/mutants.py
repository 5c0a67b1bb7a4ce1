"""ops/check --mutants: plants one small fault at a time, and says which the tests do not notice.

A flipped comparison, a changed constant, a swapped sign, a removed statement, a dropped condition, in
the .cpp files of domain, payments, invoicing and api, within a copy of the working tree (build/mutants).
Ends with 0 when the score is the aim of ops/proof/aims.json or more (90 %), with 1 when it is less,
with 2 when it cannot begin."""

import argparse
import collections
import dataclasses
import json
import random
import signal
import sys
import time

from ops.proof import table, tree
from ops.proof.mutations import mutations_of
from ops.proof.tokens import Source
from ops.proof.trial import Bench

ROOMS = ("domain", "payments", "invoicing", "api")


@dataclasses.dataclass
class Mutant:
    folder: str
    file: str
    number: int
    line: str
    kind: str
    change: str
    mutation: object
    verdict: str = ""  # stillborn, died, survived or reasoned
    detail: str = ""   # the test that killed it, or the reason
    seconds: float = 0.0

    def place(self):
        return f"{self.file}:{self.number}"

    def plain(self):
        return {key: value for key, value in vars(self).items() if key != "mutation"}


def main():
    arguments = _arguments()
    folders = tree.folders_of(ROOMS, table.witnesses()["outside"])
    _refuse(table.disagreements(folders, table.witnesses(), known_tests()) + table.lost(table.survivors(), tree.ROOT))
    mutants = all_mutants(folders, arguments.folder)
    if not mutants:
        _refuse([f"no fault can be planted in {arguments.folder}"])
    if not arguments.all:
        random.Random(arguments.seed).shuffle(mutants)
    if arguments.list:
        print("\n".join(f"{mutant.place()}  {mutant.kind}: {mutant.change}" for mutant in mutants))
        return 0
    signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGINT))  # the last fault is taken out again
    with tree.copied():
        tried = try_out(mutants, None if arguments.all else arguments.sample)
    return report(tried, arguments.json)


def _arguments():
    parser = argparse.ArgumentParser(prog="ops/check --mutants", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="", help="a folder or file, with what lies beneath; all rooms without")
    parser.add_argument("--sample", type=int, default=60, help="how many that compile are tried (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample; the same seed draws the same faults (1)")
    parser.add_argument("--all", action="store_true", help="all of them: nights")
    parser.add_argument("--list", action="store_true", help="print them in the order they would be tried")
    parser.add_argument("--json", action="store_true", help="the result for programs; progress goes to standard error")
    arguments = parser.parse_args()
    arguments.folder = arguments.folder.strip("/")
    return arguments


def _refuse(sentences):
    if sentences:
        print("\n".join(sentences), file=sys.stderr)
        raise SystemExit(2)


def known_tests():
    folders = {path.parent.name for path in tree.ROOT.glob("tests/*/*.cpp")}
    scripts = {path.stem for path in tree.ROOT.glob("tests/e2e/*_test.py")}
    return folders | scripts | {f"{folder}@postgresql" for folder in folders}


def all_mutants(folders, below=""):
    return [mutant for folder, paths in folders.items() for path in paths
            if below in ("", folder, path) or folder.startswith(below + "/")
            for mutant in mutants_of(folder, path)]


def mutants_of(folder, path):
    text = (tree.ROOT / path).read_text()
    source = Source(text)
    for mutation in mutations_of(text):
        number = source.line_of(mutation.start)
        yield Mutant(folder, path, number, source.line_text(number).strip(), mutation.kind,
                     mutation.described(text), mutation)


def try_out(mutants, wanted):
    """Tries them until `wanted` have compiled (all, if None) or somebody interrupts, and returns those tried."""
    bench, tried = Bench(), []
    _say("building and timing the sound tree …")
    bench.prepare(_names(mutants))
    try:
        for mutant in mutants:
            if wanted is not None and sum(it.verdict in ("died", "survived") for it in tried) >= wanted:
                break
            _judge(mutant, bench)
            tried.append(mutant)
            _say(f"{len(tried):4} {mutant.verdict:9} {mutant.seconds:6.1f} s  {mutant.place()}  {mutant.change[:90]}"
                 f"{'  (' + mutant.detail + ')' if mutant.detail else ''}")
    except KeyboardInterrupt:
        _say("interrupted: what follows is of those tried")
    return tried


def _names(mutants):
    """The test folders of these mutants, each once."""
    tests = table.witnesses()["tests"]
    return list(dict.fromkeys(name for mutant in mutants for name in tests[mutant.folder]))


def _judge(mutant, bench):
    mutant.detail = _reason(mutant)
    if mutant.detail:
        mutant.verdict = "reasoned"
        return
    began = time.monotonic()
    text = (tree.COPY / mutant.file).read_text()
    with tree.planted(mutant.file, mutant.mutation.applied(text)):
        killer = bench.killer_of(mutant.file, table.witnesses()["tests"][mutant.folder])
    mutant.verdict = "survived" if killer is None else "died" if killer else "stillborn"
    mutant.detail = killer or ""
    mutant.seconds = round(time.monotonic() - began, 1)


def _reason(mutant):
    """Why this one need not be noticed, if ops/proof/survivors.json says so."""
    return next((entry["reason"] for entry in table.survivors()
                 if (entry["file"], entry["line"], entry["change"]) == (mutant.file, mutant.line, mutant.change)), "")


def report(tried, as_json):
    score = _score(collections.Counter(mutant.verdict for mutant in tried))
    aim = table.aims()["mutants"]
    if as_json:
        print(json.dumps({"score": score, "aim": aim, "mutants": [mutant.plain() for mutant in tried]}, indent=1))
    else:
        _print_table(tried)
        _print_survivors(tried)
        print(f"score {score} %, aim {aim} %")
    return 0 if score >= aim else 1


def _score(verdicts):
    """Per cent of those that lived long enough to be seen; what is reasoned counts on neither side."""
    judged = verdicts["died"] + verdicts["survived"]
    return round(100 * verdicts["died"] / judged, 1) if judged else 100.0


def _print_table(tried):
    rows = collections.defaultdict(collections.Counter)
    for mutant in tried:
        for name in (mutant.folder, "together"):
            rows[name][mutant.verdict] += 1
    together = rows.pop("together", collections.Counter())
    print(f"\n{'folder':32} planted stillborn   died survived reasoned  score")
    for folder, row in [*sorted(rows.items()), ("together", together)]:
        print(f"{folder:32} {row.total():7} {row['stillborn']:9} {row['died']:6} {row['survived']:8}"
              f" {row['reasoned']:8} {_score(row):5.1f} %")


def _print_survivors(tried):
    for verdict, heading in (("survived", "Survivors"), ("reasoned", "Survivors with a reason")):
        those = [mutant for mutant in tried if mutant.verdict == verdict]
        print(f"\n{heading}: {len(those)}")
        for mutant in sorted(those, key=lambda it: (it.file, it.number)):
            print(f"  {mutant.place()}  {mutant.kind}: {mutant.change}\n      {mutant.detail or mutant.line}")


def _say(sentence):
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
