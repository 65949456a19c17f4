"""Writes nist-linear.json: the linear problems of NIST's Statistical Reference Datasets, solved in exact arithmetic.

    python3 tests/reference/nist-linear.py > tests/reference/nist-linear.json

Longley: `longley` of R's datasets package (R 4.2.2), brought to the units of Longley (1967), J Am Stat Assoc 62:819-841.
Wampler1-5: x = 0..20 and the formulas of Wampler (1970), J Am Stat Assoc 65:549-565.
Filip: the 82 pairs (y, x) of A. Filippelli, NIST, published in NIST's StRD; the solution below agrees with every
certified digit, which no wrong digit in the pairs would survive.

Coefficients and the residual sum of squares are rational, so fractions.Fraction solves the normal equations without
rounding; square roots are taken with 60 digits. Certified values printed by NIST are held against the result here.
"""

import json
import platform
import subprocess
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60

FILIP_Y = """0.8116 0.9072 0.9052 0.9039 0.8053 0.8377 0.8667 0.8809 0.7975 0.8162 0.8515 0.8766 0.8885 0.8859 0.8959
0.8913 0.8959 0.8971 0.9021 0.909 0.9139 0.9199 0.8692 0.8872 0.89 0.891 0.8977 0.9035 0.9078 0.7675 0.7705 0.7713
0.7736 0.7775 0.7841 0.7971 0.8329 0.8641 0.8804 0.7668 0.7633 0.7678 0.7697 0.77 0.7749 0.7796 0.7897 0.8131 0.8498
0.8741 0.8061 0.846 0.8751 0.8856 0.8919 0.8934 0.894 0.8957 0.9047 0.9129 0.9209 0.9219 0.7739 0.7681 0.7665 0.7703
0.7702 0.7761 0.7809 0.7961 0.8253 0.8602 0.8809 0.8301 0.8664 0.8834 0.8898 0.8964 0.8963 0.9074 0.9119 0.9228""".split()
FILIP_X = """-6.860120914 -4.324130045 -4.358625055 -4.358426747 -6.955852379 -6.661145254 -6.355462942 -6.118102026
-7.115148017 -6.815308569 -6.519993057 -6.204119983 -5.853871964 -6.109523091 -5.79832982 -5.482672118 -5.171791386
-4.851705903 -4.517126416 -4.143573228 -3.709075441 -3.499489089 -6.300769497 -5.953504836 -5.642065153 -5.031376979
-4.680685696 -4.329846955 -3.928486195 -8.56735134 -8.363211311 -8.107682739 -7.823908741 -7.522878745 -7.218819279
-6.920818754 -6.628932138 -6.323946875 -5.991399828 -8.781464495 -8.663140179 -8.473531488 -8.247337057 -7.971428747
-7.676129393 -7.352812702 -7.072065318 -6.774174009 -6.478861916 -6.159517513 -6.835647144 -6.53165267 -6.224098421
-5.910094889 -5.598599459 -5.290645224 -4.974284616 -4.64454848 -4.290560426 -3.885055584 -3.408378962 -3.13200249
-8.726767166 -8.66695597 -8.511026475 -8.165388579 -7.886056648 -7.588043762 -7.283412422 -6.995678626 -6.691862621
-6.392544977 -6.067374056 -6.684029655 -6.378719832 -6.065855188 -5.752272167 -5.132414673 -4.811352704 -4.098269308
-3.66174277 -3.2644011""".split()
# Wampler (1970), the disturbances of Y3; Y4 and Y5 take 100 and 10,000 times as much.
DELTA = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523,
         -2048, 2048, -2048, 759]
LONGLEY_R = "write.table(longley[, c(7, 1:6)], row.names = FALSE, col.names = FALSE)"
LONGLEY_UNITS = [1000, 1, 1000, 10, 10, 1000, 1]

# As printed by NIST (StRD): first coefficient, its standard deviation, residual standard deviation.
PRINTED = {
    "Longley": ("-3482258.63459582", "890420.383607373", "304.854073561965"),
    "Filip": ("-1467.48961422980", "298.084530995537", "0.334801051324544E-02"),
    "Wampler3": ("1.00000000000000", "2152.32624678170", "2360.14502379268"),
    "Wampler4": ("1.00000000000000", "215232.624678170", "236014.502379268"),
    "Wampler5": ("1.00000000000000", "21523262.4678170", "23601450.2379268"),
}


def solve(a, b):
    """Gauss-Jordan on fractions."""
    n = len(a)
    m = [row[:] + [value] for row, value in zip(a, b)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if m[i][k] != 0)
        m[k], m[pivot] = m[pivot], m[k]
        m[k] = [value / m[k][k] for value in m[k]]
        for i in range(n):
            if i != k and m[i][k] != 0:
                factor = m[i][k]
                m[i] = [u - factor * v for u, v in zip(m[i], m[k])]
    return [row[n] for row in m]


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def fit(design, y):
    n, p = len(design), len(design[0])
    gram = [[sum(row[i] * row[j] for row in design) for j in range(p)] for i in range(p)]
    beta = solve(gram, [sum(row[i] * value for row, value in zip(design, y)) for i in range(p)])
    rss = sum((value - sum(b * v for b, v in zip(beta, row))) ** 2 for row, value in zip(design, y))
    variance = rss / (n - p)
    unit = lambda k: [Fraction(int(i == k)) for i in range(p)]
    errors = [decimal(variance * solve(gram, unit(k))[k]).sqrt() for k in range(p)]
    return {
        "coefficients": [float(decimal(b)) for b in beta],
        "standardErrors": [float(e) for e in errors],
        "residualStandardDeviation": float(decimal(variance).sqrt()),
        "residualSumOfSquares": float(decimal(rss)),
        "degreesOfFreedom": n - p,
    }


def entry(name, y, x, degree):
    """x holds one predictor whose powers are the columns, or rows of predictors (degree 1)."""
    rows = [[Fraction(v) for v in (row if isinstance(row, list) else [row])] for row in x]
    design = [[Fraction(1)] + [row[0] ** k for k in range(1, degree + 1)] if degree > 1 else [Fraction(1), *row]
              for row in rows]
    certified = fit(design, [Fraction(v) for v in y])
    for value, printed in zip(
        (certified["coefficients"][0], certified["standardErrors"][0], certified["residualStandardDeviation"]),
        PRINTED.get(name, ()),
    ):
        assert abs(value / float(printed) - 1) < 2e-14, (name, value, printed)
    numbers = [[float(v) for v in row] for row in rows]
    return {"id": name, "degree": degree, "y": [float(Fraction(v)) for v in y],
            "x": [row[0] for row in numbers] if degree > 1 else numbers, "certified": certified}


def main():
    printed = subprocess.run(["Rscript", "-e", LONGLEY_R], capture_output=True, text=True, check=True).stdout
    longley = [[str(Fraction(v) * unit) for v, unit in zip(line.split(), LONGLEY_UNITS)]
               for line in printed.strip().split("\n")]
    version = subprocess.run(["Rscript", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    xs = list(range(21))
    smooth = [sum(Fraction(x) ** k for k in range(6)) for x in xs]
    entries = [
        entry("Longley", [row[0] for row in longley], [row[1:] for row in longley], 1),
        entry("Filip", FILIP_Y, FILIP_X, 10),
        entry("Wampler1", smooth, xs, 5),
        entry("Wampler2", [sum(Fraction(x, 10) ** k for k in range(6)) for x in xs], xs, 5),
        *(entry(f"Wampler{i}", [s + size * d for s, d in zip(smooth, DELTA)], xs, 5)
          for i, size in ((3, 1), (4, 100), (5, 10000))),
    ]
    made = f"nist-linear.py on Python {platform.python_version()}, exact rational arithmetic; {version}"
    lines = ",\n".join(json.dumps(e) for e in entries)
    print(f'{{"made": {json.dumps(made)}, "entries": [\n{lines}\n]}}')


main()
