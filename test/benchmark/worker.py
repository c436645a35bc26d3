"""One peer on one cell, in a process of its own, asked over pipes.

Reads a job as a line of JSON, sets the peer up, takes the steps that are
compared, and answers with a line. Then each `time SECONDS` runs steps and
answers how long they took; anything else ends it.
"""

import importlib
import json
import os
import statistics
import sys
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))


def peak_memory(process="self"):
    """The most memory that was resident so far, in bytes; 0 of one that ended."""
    with open(f"/proc/{process}/status") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def timed(step, seconds):
    """Medians of steps, by the clock and by the processor time of the process."""
    times = []
    begin, busy = time.perf_counter(), time.process_time()
    while len(times) < 3 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return {"wall": statistics.median(times), "least": min(times), "steps": len(times),
            "cpu": (time.process_time() - busy) / len(times)}


def main():
    # What libraries print must not get between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    sys.path.insert(0, FOLDER)

    def answer(**fields):
        print(json.dumps(fields), file=answers, flush=True)

    job = json.loads(sys.stdin.readline())
    try:
        peer = importlib.import_module("peers." + job["peer"]).Peer(job)
        # Some steps of training, or one result, are what is compared.
        count = job["steps"] if job["mode"] == "train" else 1
        values = [peer.value(peer.step()) for _ in range(count)]
        import numpy as np  # after the peer, which may care who comes first

        np.save(job["result"], np.stack([np.asarray(value, np.float32) for value in values]))
    except Exception as error:  # a peer that cannot do it is shown as such
        answer(error=f"{type(error).__name__}: {str(error).strip()[:300]}")
        return
    facts = {"compile_seconds": peer.compile_seconds, "version": peer.version}
    facts.update(getattr(peer, "facts", {}))
    answer(**facts)
    for line in sys.stdin:
        command = line.split()
        if command[:1] != ["time"]:
            break
        answer(memory=peak_memory(), **timed(peer.step, float(command[1])))


if __name__ == "__main__":
    main()
