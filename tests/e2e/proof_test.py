"""The tools of ops/check: where faults are planted, what is linted, and that their tables speak of this tree."""

import contextlib
import io
import json
import pathlib
import subprocess
import tempfile

from world import ROOT, check

from ops.proof import coverage, mutants, table, tree
from ops.proof.mutations import mutations_of

SAMPLE = '''#include "never/1.hpp"
// if (a == 1) b();
static_assert(1 + 1 == 2);
consteval bool law() { return 1 < 2; }
const char* words(std::vector<int>&& all, bool is_late)
{
    const auto sql = R"(SELECT 1 WHERE a < 2)";
    if (all.size() >= 14 && !is_late) {
        remember(all, "1 + 1");
    }
    if (const auto found = look(sql); found == nullptr || is_late) return nullptr;
    total += std::chrono::days{3};
    Thing declared(all);
    return sql + 1;
}
'''

FAULTS = [
    (8, "all.size() >= 14 && !is_late → false && (all.size() >= 14 && !is_late)"),
    (8, "all.size() >= 14 && !is_late → true || (all.size() >= 14 && !is_late)"),
    (8, "all.size() >= 14 → true"), (8, ">= → >"), (8, "14 → 140"), (8, "14 → 15"),
    (8, "!is_late → true"), (8, "! → nothing"),
    (9, 'remember(all, "1 + 1"); → {}'),
    (11, "found == nullptr → false"), (11, "== → !="), (11, "is_late → false"),
    (11, "found == nullptr || is_late → false && (found == nullptr || is_late)"),
    (11, "found == nullptr || is_late → true || (found == nullptr || is_late)"),
    (12, "total += std::chrono::days{3}; → {}"), (12, "+= → -="), (12, "days → weeks"), (12, "3 → 30"), (12, "3 → 4"),
    (14, "+ → -"), (14, "1 → 10"), (14, "1 → 2"),
]


def planted_where_a_rule_stands():
    planted = [(SAMPLE.count("\n", 0, it.start) + 1, it.described(SAMPLE)) for it in mutations_of(SAMPLE)]
    missing, strange = set(FAULTS) - set(planted), set(planted) - set(FAULTS)
    check(not missing and not strange and len(planted) == len(FAULTS),
          f"faults stand where code decides, and nowhere else {sorted(missing)} {sorted(strange)}")
    removed = next(it for it in mutations_of(SAMPLE) if "remember" in it.described(SAMPLE))
    check(removed.applied(SAMPLE) == SAMPLE.replace('remember(all, "1 + 1");', "{}"), "one at a time")


def tables_speak_of_this_tree():
    witnesses = table.witnesses()
    folders = tree.folders_of(mutants.ROOMS, witnesses["outside"])
    tests = mutants.known_tests()
    wrong = table.disagreements(folders, witnesses, tests) + table.lost(table.survivors(), ROOT)
    check(not wrong, f"every folder has its tests, every reason its line {wrong}")
    without = {"tests": {"domain/nowhere": ["nothing"]}}
    said = table.disagreements({"domain/somewhere": []}, without, tests)
    check(len(said) == 3, "a folder without tests is refused, as one without files and tests that are none")
    check(table.lost([{"file": "README.md", "line": "never written"}], ROOT), "and so is a reason without its line")


def scored():
    def mutant(verdict):
        return mutants.Mutant("domain/orders", "domain/orders/escrow.cpp", 1, "if (a)", "condition", "a → b", None, verdict)
    tried = [mutant("died")] * 9 + [mutant("survived"), mutant("stillborn"), mutant("reasoned")]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        enough, short = mutants.report(tried, True), mutants.report(tried + [mutant("survived")], False)
    check((enough, short) == (0, 1), "nine of ten are enough, nine of eleven are not")
    check("81.8 %" in said.getvalue() and "domain/orders/escrow.cpp:1  condition: a → b" in said.getvalue(),
          "and the survivors are told with their place")


def lines_counted():
    lines = {f"{room}/whole.cpp": {3: 1} for room in coverage.ROOMS}
    status, _ = counted(lines)
    check(status == 0, "when every line is run through, every room has its share")
    status, result = counted(lines | {"domain/orders/a.cpp": {1: 2, 2: 0}, "domain/orders/b.hpp": {7: 1}})
    check(result["folders"]["domain/orders"] == [2, 3, 66.7] and result["rooms"]["api"] == [1, 1, 100.0],
          "lines are counted by folder and by room")
    check(status == 1 and result["missed"] == {"domain/orders/a.cpp": [2]}, "a room under its aim is told, with the lines")


def counted(lines):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = coverage.report(coverage.folders_of(lines), True)
    return status, json.loads(said.getvalue())


def shell(folder, script):
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", f". {ROOT}/ops/scripts/differences.sh; {script}"],
                          cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.split()


def changes_seen(folder):
    for name in ("a/one.cpp", "a/one.hpp", "a/two.cpp", "a/only.hpp", "tests/t.cpp"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text('#include "a/only.hpp"\n' if name == "a/two.cpp" else "")
    shell(folder, "git init -q; git add .; git -c user.name=a -c user.email=a@example.org commit -qm first")
    check(shell(folder, "differing HEAD") == [], "what is committed does not differ")
    for name in ("a/one.hpp", "a/only.hpp", "a/new.cpp", "tests/t.cpp"):
        (folder / name).write_text("// changed\n")
    (folder / "a/one.cpp").unlink()
    check(shell(folder, "differing HEAD") == ["a/new.cpp", "a/one.hpp", "a/only.hpp", "tests/t.cpp"],
          "what is changed or new differs, what is gone is not looked at")
    (folder / "a/one.cpp").write_text("")
    check(shell(folder, "units_of a/one.hpp a/only.hpp a/new.cpp tests/t.cpp") == ["a/new.cpp", "a/one.cpp", "a/two.cpp"],
          "a header is linted through the file of its stem, or through one that includes it")


def minutes_add_up():
    rows = [row.split("|")[1:3] for row in (ROOT / "ops/reference/time.md").read_text().splitlines()
            if row.startswith("| ") and row.split("|")[2].strip().isdigit()]
    minutes = {name.strip(): int(number) for name, number in rows}
    together = minutes.pop("together")
    check(sum(minutes.values()) == together == 25, "the parts' minutes are 25 together")
    parts = [line.split()[1] for line in (ROOT / ".ci/run").read_text().splitlines() if line.startswith("timed ")]
    check(parts and set(parts) <= set(minutes), "and each part that runs has its own")


def main():
    planted_where_a_rule_stands()
    tables_speak_of_this_tree()
    scored()
    lines_counted()
    minutes_add_up()
    with tempfile.TemporaryDirectory() as folder:
        changes_seen(pathlib.Path(folder))


if __name__ == "__main__":
    main()
