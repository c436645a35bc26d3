"""The table of a benchmark, in Markdown.

    python tables.py FILE.json...     the table of earlier runs
"""

import json
import math
import sys

NAMES = {"nnc": "nnc", "torch_eager": "PyTorch", "torch_compile": "torch.compile",
         "jax_jit": "JAX", "onnxruntime_cpu": "ONNX Runtime", "openvino_cpu": "OpenVINO",
         "iree_cpu": "IREE"}


def fine(cell):
    """The results of those that ran, by peer."""
    return {peer: result for peer, result in cell.get("peers", {}).items()
            if "error" not in result}


def best_peer(cell):
    """The quickest of those that compute the right numbers, or None."""
    peers = [peer for peer, result in fine(cell).items() if result.get("agrees")]
    return min(peers, key=lambda peer: cell["peers"][peer]["seconds"], default=None)


def ratio(cell):
    """How many times as long the best peer takes."""
    best = best_peer(cell)
    if best is None or "nnc" not in fine(cell):
        return None
    return cell["peers"][best]["seconds"] / cell["peers"]["nnc"]["seconds"]


def least(cell, key):
    values = [result[key] for peer, result in fine(cell).items()
              if peer != "nnc" and result.get("agrees")]
    return min(values, default=None)


def short(value, unit=1.0):
    """Three digits."""
    if value is None:
        return "–"
    value /= unit
    digits = max(0, 2 - math.floor(math.log10(value))) if value > 0 else 0
    return f"{value:.{digits}f}"


def name(cell):
    return f"{cell['workload']} {cell['mode']} {cell['batch']}"


def progress(cell):
    times = [f"{NAMES[peer]} {short(result.get('seconds'), 1e-3)}"
             for peer, result in cell.get("peers", {}).items()]
    return f"{name(cell)}, {cell['threads']} threads: " + (cell.get("error") or ", ".join(times))


def table(measured, peers):
    """Milliseconds of all, then for nnc and the best of peers memory and start."""
    head = ["cell", "threads", "nnc, ms", *(NAMES[peer] for peer in peers), "best peer / nnc",
            "of limit", "MB", "least of peers", "start, s", "quickest of peers", "compile, s"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    notes = []
    for cell in measured:
        if "nnc" not in fine(cell):
            notes.append(f"{name(cell)}: nnc: {cell.get('error')}")
            lines.append(f"| {name(cell)} | {cell['threads']} |" + " fails |" + " |" * (len(head) - 3))
            continue
        mine, best = cell["peers"]["nnc"], best_peer(cell)
        row = [name(cell), str(cell["threads"]), short(mine["seconds"], 1e-3)]
        for peer in peers:
            result = cell["peers"].get(peer)
            where = f"{name(cell)}, {cell['threads']} threads: {NAMES[peer]}"
            if result is None:
                row.append("")  # it does not train
            elif "error" in result:
                row.append("fails")
                notes.append(f"{where}: {result['error']}")
            else:
                text = short(result["seconds"], 1e-3)
                if not result["agrees"]:
                    text += " differs"
                    notes.append(f"{where}: numbers are {result['difference']:.1e} off")
                row.append(f"**{text}**" if peer == best else text)
        share = mine.get("share")
        row += [short(ratio(cell)), f"{100 * share:.0f} %" if share else "–",
                short(mine["memory"], 1e6), short(least(cell, "memory"), 1e6),
                short(mine["start_seconds"]), short(least(cell, "start_seconds")),
                short(mine["compile_seconds"])]
        lines.append("| " + " | ".join(row) + " |")
    ratios = [value for value in map(ratio, measured) if value]
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        ahead = sum(value >= 1 for value in ratios)
        notes.insert(0, f"{ahead} of {len(ratios)} cells at least as fast as the best peer, "
                        f"{mean:.2f} times it in the geometric mean")
    return "\n".join([*lines, "", *(f"- {note}" for note in dict.fromkeys(notes))])


if __name__ == "__main__":
    cells = []
    for path in sys.argv[1:]:
        with open(path) as file:
            cells += json.load(file)["cells"]
    known = {peer for cell in cells for peer in cell.get("peers", {})}
    print(table(cells, [peer for peer in NAMES if peer in known - {"nnc"}]))
