"""The program is built so that a mistake in it is hard to turn into a way in."""

import platform
import subprocess
import sys

from world import PROGRAMS, check

SKIPPED = 77
ENDBR64 = b"\xf3\x0f\x1e\xfa"


def read(program, option):
    return subprocess.run(["readelf", "-W", option, program], capture_output=True, text=True, check=True).stdout


def is_release():
    cache = PROGRAMS.parent / "CMakeCache.txt"
    return not cache.exists() or "CMAKE_BUILD_TYPE:STRING=Release" in cache.read_text()


def main():
    if not is_release():
        sys.exit(SKIPPED)
    program = PROGRAMS / "entremise"
    segments, symbols = read(program, "-l"), read(program, "--dyn-syms")
    check("Position-Independent Executable" in read(program, "-h"), "it can lie anywhere in memory")
    check("GNU_RELRO" in segments and "BIND_NOW" in read(program, "-d"), "whom it calls cannot be rewritten once it runs")
    stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
    check(" E " not in stack and "RWE" not in stack, f"its stack is not executable {stack}")
    check("__stack_chk_fail" in symbols, "a stack that was written over ends it")
    check("_chk@" in symbols, "copies are held to the size of where they go")
    check("__glibcxx_assert_fail" in symbols, "an index beyond a container's end ends it")
    if platform.machine() == "x86_64":
        check(program.read_bytes().count(ENDBR64) > 1000, "indirect calls land where functions begin")


if __name__ == "__main__":
    main()
