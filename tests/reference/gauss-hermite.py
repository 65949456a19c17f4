"""Gauss-Hermite nodes and weights to 25 digits, by mpmath.

    python3 tests/reference/gauss-hermite.py     (writes gauss-hermite.json beside this file)

Independent of src/math/quadrature: the roots are eigenvalues of the Jacobi matrix (Golub & Welsch 1969, Math Comp
23:221-230), found by numpy and refined by Newton's method on the monic Hermite polynomial with 60 digits; the weights are
1 / sum of squares of the orthonormal polynomials. Physicists' weight e^(-x^2). Of large rules the outer and middle nodes.
"""
import json
import os
import numpy
import mpmath
from mpmath import mp, mpf, sqrt, pi

mp.dps = 60


def orthonormal(n, x):
    values = [pi ** mpf("-0.25"), sqrt(mpf(2)) * x * pi ** mpf("-0.25")]
    for k in range(1, n):
        values.append(sqrt(mpf(2) / (k + 1)) * x * values[k] - sqrt(mpf(k) / (k + 1)) * values[k - 1])
    return values[: n + 1]


def rule(n, keep):
    off = numpy.sqrt(numpy.arange(1, n) / 2.0)
    guesses = numpy.linalg.eigvalsh(numpy.diag(off, 1) + numpy.diag(off, -1))
    rows = []
    for i in keep:
        x = mpf(float(guesses[i]))
        for _ in range(8):
            values = orthonormal(n, x)
            x -= values[n] / (sqrt(mpf(2 * n)) * values[n - 1])
        weight = 1 / sum(v * v for v in orthonormal(n, x)[:n])
        rows.append([i, mpmath.nstr(x, 25), mpmath.nstr(weight, 25), mpmath.nstr(mpmath.log(weight), 25)])
    return rows


entries = []
for n in [1, 2, 3, 5, 10, 20, 21, 50, 100, 200, 201, 500]:
    keep = range(n) if n <= 21 else [n // 2, n // 2 + 1, (3 * n) // 4, n - 5, n - 2, n - 1]
    entries.append({
        "id": f"gauss_hermite_{n}", "function": "orthonormal Hermite polynomials", "package": f"mpmath {mpmath.__version__}",
        "inputs": {"n": n}, "outputs": {"rows": rule(n, list(keep))},
    })
with open(os.path.join(os.path.dirname(__file__), "gauss-hermite.json"), "w") as file:
    json.dump({"columns": ["index", "node", "weight", "log weight"], "entries": entries}, file, indent=1)
    file.write("\n")
