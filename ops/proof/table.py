"""What ops/proof/*.json say, and that they speak of the tree as it is."""

import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


def aims():
    return json.loads((HERE / "aims.json").read_text())


def witnesses():
    """{"outside": {folder: reason}, "tests": {folder: [folder of tests/, the likeliest first]}}"""
    return json.loads((HERE / "witnesses.json").read_text())


def survivors():
    """[{"file", "line", "change", "reason"}]: faults that no test can or need notice."""
    return json.loads((HERE / "survivors.json").read_text())


def disagreements(folders, table, known_tests):
    """What is wrong with the table, a sentence each: the run refuses to begin with any."""
    said = [f"{folder} has no tests in ops/proof/witnesses.json" for folder in folders if not table["tests"].get(folder)]
    said += [f"ops/proof/witnesses.json names {folder}, which has no source files" for folder in table["tests"]
             if folder not in folders]
    said += [f"ops/proof/witnesses.json gives {folder} the tests of {name}, which has none"
             for folder, names in table["tests"].items() for name in names if name not in known_tests]
    return said


def lost(reasoned, root):
    """Reasoned survivors whose line is gone: their reason speaks of nothing."""
    def stands(entry):
        file = root / entry["file"]
        return file.is_file() and entry["line"] in (line.strip() for line in file.read_text().splitlines())
    return [f"ops/proof/survivors.json: {entry['file']} has no line “{entry['line']}”" for entry in reasoned
            if not stands(entry)]
