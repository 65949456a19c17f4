"""Unscrambled Sobol points by SciPy, in 64 dimensions.

    python3 tests/reference/sobol.py     (writes sobol.json beside this file)

As 32-bit fractions: the coordinate times 2^32. SciPy ships the direction numbers new-joe-kuo-6.21201 and walks them in
Gray-code order, as Joe and Kuo's own program does.
"""
import json
import os
import scipy
from scipy.stats import qmc

entries = []
for start, count in [(0, 16), (1000, 3), (123456, 2), (2**31 - 1, 2)]:
    sampler = qmc.Sobol(d=64, scramble=False, bits=32)
    if start:
        sampler.fast_forward(start)
    points = [[int(x * 2**32) for x in row] for row in sampler.random(count)]
    entries.append({
        "id": f"sobol_64_{start}", "function": "scipy.stats.qmc.Sobol", "package": f"scipy {scipy.__version__}",
        "inputs": {"dimension": 64, "from": start, "nPoints": count}, "outputs": {"fractions": points},
    })
path = os.path.join(os.path.dirname(__file__), "sobol.json")
with open(path, "w") as file:
    file.write('{ "entries": [\n' + ",\n".join(json.dumps(entry) for entry in entries) + "\n] }\n")
