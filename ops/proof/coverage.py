"""ops/check --coverage: lines of each room and folder that the tests run through, by gcov.

Builds the preset `coverage`, runs each folder of tests/ on SQLite and counts. Ends with 0 when every room
has the share that ops/proof/aims.json asks for (95 %), with 1 when one has less."""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from ops.proof import table

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/coverage"
ROOMS = tuple(table.aims()["coverage"])


def main():
    arguments = _arguments()
    only = arguments.only or sorted(_tests(arguments.programs))
    _forget_counts()
    for name in only:
        _run(name, database=None)
        if arguments.postgresql:
            _run(name, os.environ["POSTGRES_URL"])
    return report(folders_of(counted()), arguments.json)


def _arguments():
    parser = argparse.ArgumentParser(prog="ops/check --coverage", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", metavar="NAME", help="folders of tests/; all without")
    parser.add_argument("--postgresql", action="store_true", help="what opens a database again on PostgreSQL")
    parser.add_argument("--programs", action="store_true", help="the end-to-end tests too")
    parser.add_argument("--json", action="store_true", help="for programs, with the lines never run through")
    return parser.parse_args()


def _tests(with_programs):
    """The names ctest knows; a script's ends with _test."""
    listed = json.loads(_ctest("--show-only=json-v1", stdout=subprocess.PIPE).stdout)
    return {test["name"] for test in listed["tests"] if with_programs or not test["name"].endswith("_test")}


def _run(name, database):
    environment = {key: value for key, value in os.environ.items() if key != "ENTREMISE_TEST_DATABASE_URL"}
    options = []
    if database:
        environment["ENTREMISE_TEST_DATABASE_URL"] = database
        options = ["-L", "database"]
    done = _ctest("--output-on-failure", "--no-tests=ignore", "-R", f"^{name}$", *options, env=environment,
                  stdout=sys.stderr)
    if done.returncode:
        raise SystemExit(f"tests/{name} fails: what it would have run through is not known")


def _ctest(*options, **more):
    return subprocess.run(["ctest", "--test-dir", str(BUILD), *options], check=False, text=True, **more)


def _forget_counts():
    for counts in BUILD.rglob("*.gcda"):
        counts.unlink()


def counted():
    """{file: {line: times}} over every object; a header's line counts when any of them ran through it."""
    lines = collections.defaultdict(collections.Counter)
    for notes in BUILD.glob("CMakeFiles/*/**/*.gcno"):
        if notes.relative_to(BUILD / "CMakeFiles").parts[0].startswith("tests_"):
            continue
        for file in _gcov(notes):
            path = _within(file["file"])
            for line in file["lines"] if path else ():
                lines[path][line["line_number"]] += line["count"]
    return lines


def _gcov(notes):
    """What gcov says of one object: without counts, that each of its lines ran 0 times."""
    with tempfile.TemporaryDirectory() as nowhere:  # where gcov would leave files
        said = subprocess.run(["gcov", "--json-format", "--stdout", str(notes)], cwd=nowhere, check=True,
                              capture_output=True, text=True).stdout
    return [file for line in said.splitlines() if line.startswith("{") for file in json.loads(line)["files"]]


def _within(file):
    """The path from the root, or nothing for what is not of a room (tests, libraries, what is generated)."""
    path = (BUILD / file).resolve()
    if not path.is_relative_to(ROOT) or path.is_relative_to(ROOT / "build"):
        return ""
    path = path.relative_to(ROOT)
    return str(path) if path.parts[0] in ROOMS else ""


def folders_of(lines):
    """{folder: {file: (lines run through, lines, those not)}}"""
    folders = collections.defaultdict(dict)
    for file, counts in sorted(lines.items()):
        missed = sorted(number for number, times in counts.items() if times == 0)
        folders[str(pathlib.Path(file).parent)][file] = (len(counts) - len(missed), len(counts), missed)
    return dict(sorted(folders.items()))


def _share(files):
    """(lines run through, lines, per cent) of some files."""
    run, lines = sum(it[0] for it in files), sum(it[1] for it in files)
    return run, lines, round(100 * run / lines, 1) if lines else 0.0


def report(folders, as_json):
    shares = {name: _share(files.values()) for name, files in folders.items()}
    rooms = {room: _share([it for name, files in folders.items() if name.split("/")[0] == room
                           for it in files.values()]) for room in ROOMS}
    aims = table.aims()["coverage"]
    below = [room for room in ROOMS if rooms[room][2] < aims[room]]
    if as_json:
        missed = {file: it[2] for files in folders.values() for file, it in files.items() if it[2]}
        print(json.dumps({"rooms": rooms, "aims": aims, "folders": shares, "missed": missed}, indent=1))
    else:
        _print(shares, rooms, aims)
    return 1 if below else 0


def _print(shares, rooms, aims):
    print(f"{'folder':36} {'run':>7} {'lines':>7}")
    for name, (run, lines, share) in shares.items():
        print(f"{name:36} {run:7} {lines:7} {share:6.1f} %")
    print()
    for room, (run, lines, share) in rooms.items():
        print(f"{room:36} {run:7} {lines:7} {share:6.1f} %   aim {aims[room]} %{'' if share >= aims[room] else ': below'}")


if __name__ == "__main__":
    sys.exit(main())
