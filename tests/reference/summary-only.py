"""Ends of mean, SD and order statistics over all samples that fit a report, by multi-start constrained optimisation
(scipy SLSQP, values sorted by constraint), and exact counts of reconstructed samples by brute force in rational numbers.

    python3 tests/reference/summary-only.py     (writes summary-only.json beside this file)
"""

import json
import os
from fractions import Fraction
from itertools import combinations_with_replacement
from math import ceil, floor, sqrt

import numpy as np
import scipy
from scipy.optimize import minimize

RANDOM = np.random.default_rng(20200408)
STARTS = 60
QUANTILES = {"minimum": 0, "lowerQuartile": 0.25, "median": 0.5, "upperQuartile": 0.75, "maximum": 1}


def quantile_row(n, p):
    """Weights of the type-7 quantile of n ordered values."""
    h = (n - 1) * p
    row = np.zeros(n)
    row[floor(h)] += 1 - (h - floor(h))
    row[ceil(h)] += h - floor(h)
    return row


def variance(x):
    return np.var(x, ddof=1)


def variance_gradient(x):
    return 2 * (x - x.mean()) / (len(x) - 1)


def constraints_of(report):
    n = report["n"]
    steps = np.eye(n, k=1)[:-1] - np.eye(n)[:-1]
    found = [{"type": "ineq", "fun": lambda x: steps @ x, "jac": lambda x: steps}]
    for name, p in QUANTILES.items():
        if name in report:
            row = quantile_row(n, p)
            found.append({"type": "eq", "fun": lambda x, r=row, v=report[name]: r @ x - v, "jac": lambda x, r=row: r})
    if "mean" in report:
        half = 0.5 * 10.0 ** -report["decimals"]
        row = np.full(n, 1 / n)
        for sign in (1, -1):
            found.append(
                {
                    "type": "ineq",
                    "fun": lambda x, s=sign, h=half, r=row: h - s * (r @ x - report["mean"]),
                    "jac": lambda x, s=sign, r=row: -s * r,
                }
            )
    if "sd" in report:
        half = 0.5 * 10.0 ** -report["sdDecimals"]
        for sign, end in ((1, (report["sd"] + half) ** 2), (-1, max(report["sd"] - half, 0) ** 2)):
            found.append(
                {
                    "type": "ineq",
                    "fun": lambda x, s=sign, e=end: s * (e - variance(x)),
                    "jac": lambda x, s=sign: -s * variance_gradient(x),
                }
            )
    return found


def violation(x, constraints):
    worst = 0.0
    for constraint in constraints:
        values = np.atleast_1d(constraint["fun"](x))
        worst = max(worst, float(np.max(np.abs(values) if constraint["type"] == "eq" else -values)))
    return worst


def least(report, fun, jac):
    n, constraints = report["n"], constraints_of(report)
    low, high = report.get("lower", -30.0), report.get("upper", 40.0)
    best = np.inf
    for i in range(STARTS):
        share = RANDOM.random()
        start = np.sort(low + (high - low) * RANDOM.random(n) if i % 2 else np.where(RANDOM.random(n) < share, low, high))
        found = minimize(
            fun, start, jac=jac, method="SLSQP", bounds=[(low, high)] * n, constraints=constraints,
            options={"maxiter": 500, "ftol": 1e-15},
        )
        if violation(found.x, constraints) < 1e-8:
            best = min(best, float(found.fun))
    if not np.isfinite(best):
        raise RuntimeError(f"no sample found for {report}")
    return best


def ends(report):
    n = report["n"]
    rows = {"mean": np.full(n, 1 / n), **{name: quantile_row(n, QUANTILES[name]) for name in ("minimum", "median", "maximum")}}
    answer = {}
    for name, row in rows.items():
        answer[name] = [least(report, lambda x: row @ x, lambda x: row), -least(report, lambda x: -(row @ x), lambda x: -row)]
    answer["sd"] = [
        sqrt(max(least(report, variance, variance_gradient), 0)),
        sqrt(-least(report, lambda x: -variance(x), lambda x: -variance_gradient(x))),
    ]
    return answer


def reconstruction(n, low, high, before_at_least, worse):
    """Multisets of score pairs, and of percentages, with a mean of ratios within two ends, in rational numbers."""
    pairs = [(b, a) for b in range(before_at_least, 11) for a in range(0, 11 if worse else b + 1)]
    percent = {pair: Fraction(100 * (pair[0] - pair[1]), pair[0]) for pair in pairs}
    sets, percentages = 0, set()
    for chosen in combinations_with_replacement(pairs, n):
        values = [percent[pair] for pair in chosen]
        if low <= sum(values) / n <= high:
            sets += 1
            percentages.add(tuple(sorted(values)))
    return {"pairs": sets, "percentages": len(percentages)}


REPORTS = [
    {"n": 5, "minimum": 2, "maximum": 6, "median": 3},
    {"n": 6, "minimum": 2, "maximum": 6, "median": 3},
    {"n": 7, "lower": 0, "upper": 10, "median": 4, "lowerQuartile": 2.5, "upperQuartile": 6},
    {"n": 6, "lower": 0, "upper": 10, "lowerQuartile": 2.5, "upperQuartile": 6},
    {"n": 5, "lower": 0, "upper": 100, "mean": 73.4, "decimals": 1, "median": 80},
    {"n": 5, "lower": 0, "upper": 100, "mean": 73.4, "decimals": 1, "sd": 20, "sdDecimals": 0},
    {"n": 6, "lower": 0, "upper": 10, "mean": 4.3, "decimals": 1, "sd": 2.5, "sdDecimals": 1, "median": 4.5},
    {"n": 8, "minimum": 1, "maximum": 9, "mean": 4.3, "decimals": 1, "sd": 2.5, "sdDecimals": 1},
    {"n": 6, "lower": 0, "upper": 10, "median": 2, "sd": 3.5, "sdDecimals": 1},
    {"n": 7, "lower": 0, "upper": 10, "sd": 1.5, "sdDecimals": 1, "lowerQuartile": 2.5, "upperQuartile": 4, "mean": 3.4, "decimals": 1},
    {"n": 4, "lower": 0, "upper": 10, "sd": 5.2, "sdDecimals": 1, "mean": 4, "decimals": 0},
]

entries = [
    {
        "id": f"feasible.{i}",
        "function": "minimize(method='SLSQP'), 60 starts",
        "package": f"scipy {scipy.__version__}",
        "inputs": report,
        "outputs": ends(report),
    }
    for i, report in enumerate(REPORTS)
] + [
    {
        "id": f"reconstruction.{n}.{low}.{high}.{before}.{'any' if worse else 'none-worse'}",
        "function": "every multiset of score pairs, in rational numbers",
        "package": "Python fractions",
        "inputs": {"n": n, "mean": (low + high) / 2, "decimals": decimals, "beforeAtLeast": before, "worse": worse},
        "outputs": reconstruction(n, Fraction(str(low)), Fraction(str(high)), before, worse),
    }
    for n, low, high, decimals, before, worse in (
        (2, 73.35, 73.45, 1, 4, False),
        (3, 73.35, 73.45, 1, 4, False),
        (3, 49.5, 50.5, 0, 1, False),
        (2, -25.5, -24.5, 0, 4, True),
        (3, 39.95, 40.05, 1, 5, True),
    )
]
with open(os.path.join(os.path.dirname(__file__), "summary-only.json"), "w") as file:
    file.write('{ "entries": [\n' + ",\n".join(json.dumps(entry) for entry in entries) + "\n] }\n")
