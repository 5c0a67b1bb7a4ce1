"""What a compiler reads to see these source files: python3 -m ops.scripts.translation_units BUILD FILE…

In a build that compiles files together, the unit that includes a file stands for it; several files in one unit
give one line. A file that no target compiles is left out, with a word on standard error."""
import json
import pathlib
import re
import sys


def units_of(build):
    """{source file: the file that the compiler is given}"""
    units = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        unit = pathlib.Path(entry["file"])
        units[unit.resolve()] = unit
        if "Unity" in unit.parts:
            for included in re.findall(r'^#include "(.+\.cpp)"', unit.read_text(), re.M):
                units[pathlib.Path(included).resolve()] = unit
    return units


def main():
    build, *files = sys.argv[1:]
    units = units_of(pathlib.Path(build))
    found = {}
    for file in files:
        unit = units.get(pathlib.Path(file).resolve())
        if unit is None:
            print(f"{file}: no target compiles it", file=sys.stderr)
        else:
            found[unit] = None
    print(*found, sep="\n")


if __name__ == "__main__":
    main()
