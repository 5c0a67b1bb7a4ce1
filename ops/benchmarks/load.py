"""Load generators: wrk in closed loop, h2load in open loop, pgbench, and what a thread each does at a
fixed rate; CPU and memory from /proc."""

import os
import pathlib
import re
import subprocess
import tempfile
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")

LUA = """
local requests = {}
local thread = 0
function setup(t) t:set("number", thread); thread = thread + 1 end
function init(args)
  math.randomseed(os.time() * 1000 + number)
  count = 0
end
request = function()
  count = count + 1
  %s
end
"""


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def wrk(port, lua, seconds, connections=32, pid=None):
    """Closed loop: requests per second, latencies in ms, server CPU per request in µs."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(LUA % lua)
        file.flush()
        before = cpu_seconds(pid) if pid else 0
        out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", file.name,
                              f"http://127.0.0.1:{port}"], check=True, capture_output=True, text=True).stdout
    used = cpu_seconds(pid) - before if pid else 0
    count = int(re.search(r"(\d+) requests in", out).group(1))
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    return {"rate": rate, "p50_ms": _ms(out, "50%"), "p99_ms": _ms(out, "99%"), "count": count,
            "failed": int(failed.group(1)) if failed else 0, "cpu_us": used * 1e6 / max(1, count)}


def _ms(out, name):
    value, unit = re.search(name + r"\s+([\d.]+)(us|ms|s|m)", out).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def open_loop(port, path, headers, rate, seconds, connections=32):
    """A fixed rate whatever the answers: p50 and p99 in ms."""
    with tempfile.NamedTemporaryFile("r") as log:
        command = ["h2load", "--h1", f"-c{connections}", "-t1", f"--rps={rate / connections:.2f}", f"-D{seconds}",
                   f"--log-file={log.name}"]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        subprocess.run([*command, f"http://127.0.0.1:{port}{path}"], check=True, capture_output=True)
        times = sorted(int(line.split("\t")[2]) / 1000 for line in log.read().splitlines() if line)
    if not times:
        raise RuntimeError("h2load measured nothing")
    return {"p50_ms": times[len(times) // 2], "p99_ms": times[min(len(times) - 1, len(times) * 99 // 100)], "count": len(times)}


def pgbench(url, scripts, seconds, clients=4):
    """The same SQL, prepared, with as many connections as the server has HTTP threads."""
    files = []
    for text in scripts:
        file = tempfile.NamedTemporaryFile("w", suffix=".sql")
        file.write(text)
        file.flush()
        files.append(file)
    command = ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds)]
    for file in files:
        command += ["-f", file.name]
    done = subprocess.run([*command, url], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    return float(re.search(r"tps = ([\d.]+)", done.stdout).group(1))


def at_rate(act, rate, seconds):
    """`act(n)` so many times a second, whatever the others take; it answers whether it succeeded. p50 and
    p99 in ms, from the moment it was due."""
    took, failed, threads = [], [], []

    def one(number, due):
        succeeded = act(number)
        (took if succeeded else failed).append((time.monotonic() - due) * 1000)
    began = time.monotonic()
    for number in range(int(rate * seconds)):
        due = began + number / rate
        time.sleep(max(0, due - time.monotonic()))
        threads.append(threading.Thread(target=one, args=(number, due)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    took.sort()
    return {"p50_ms": round(took[len(took) // 2], 1), "p99_ms": round(took[min(len(took) - 1, len(took) * 99 // 100)], 1),
            "failed": len(failed)}
