"""Bootstrap limits by SciPy: type-7 quantiles, and ties of replicates with the estimate half below it, as in nof1.

    python3 tests/reference/bootstrap.py     (reads bootstrap.json, which bootstrap.R wrote; writes bootstrap.scipy.json)

The resamples are those of bootstrap.R. SciPy compares replicates with the estimate exactly, so only samples of whole
numbers are taken, and statistics whose rounding does not depend on the order: sums of whole numbers are exact.
"""
import json
import pathlib
from types import SimpleNamespace

import numpy as np
import scipy
from scipy.stats import bootstrap

STATISTICS = {"mean": lambda x, axis=-1: np.sum(x, axis=axis) / np.shape(x)[axis],
              "median": lambda x, axis=-1: np.median(x, axis=axis)}


def resamples(data, n_resamples):
    n, state, rows = len(data), 1, []
    for _ in range(n_resamples):
        row = []
        for _ in range(n):
            state = 16807 * state % 2147483647
            row.append(data[n * state // 2147483647])
        rows.append(row)
    return np.array(rows, dtype=float)


here = pathlib.Path(__file__).parent
entries = []
for entry in json.loads((here / "bootstrap.json").read_text())["entries"]:
    inputs = entry["inputs"]
    if inputs["statistic"] not in STATISTICS or any(x != int(x) for x in inputs["data"]):
        continue
    statistic = STATISTICS[inputs["statistic"]]
    replicates = statistic(resamples(inputs["data"], inputs["nResamples"]))
    outputs = {}
    for name, method in [("percentile", "percentile"), ("basic", "basic"), ("bca", "BCa")]:
        earlier = SimpleNamespace(bootstrap_distribution=replicates)
        found = bootstrap((np.array(inputs["data"], dtype=float),), statistic, n_resamples=0, bootstrap_result=earlier,
                          method=method, confidence_level=inputs["level"], vectorized=True)
        outputs[name] = [float(end) for end in found.confidence_interval]
    entries.append({"id": entry["id"], "function": "scipy.stats.bootstrap", "package": f"scipy {scipy.__version__}",
                    "inputs": inputs, "outputs": outputs})
text = json.dumps({"software": f"scipy {scipy.__version__}, numpy {np.__version__}", "entries": entries}, indent=1)
(here / "bootstrap.scipy.json").write_text(text + "\n")
