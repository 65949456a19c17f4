"""Henmi-Copas intervals, generalised Q limits of tau^2, and laws of quadratic forms, to more digits than metafor stops at.

    python3 tests/reference/pooling-random-effects.py     (writes pooling-random-effects.json beside this file)

The data are those of the confint and hc entries of pooling.json. metafor's own roots there are uniroot's, with its default
tolerance of 1.2e-4 in tau^2 or in the pivot. Here the Henmi-Copas pivot (Henmi & Copas 2010, Stat Med 29:2969) is integrated
and to 20 digits by mpmath, and P(sum lambda chi^2_1 <= x) is Ruben's series of central chi^2 laws (Ruben 1962, Ann
Math Stat 33:542), whose terms are all positive: another way than nof1's contour integral.
"""
import json
import os

import mpmath as mp
import numpy as np
import scipy
from scipy.optimize import brentq
from scipy.stats import chi2

here = os.path.dirname(os.path.abspath(__file__))
mp.mp.dps = 20


def ruben(x, weights):
    weights = np.asarray([w for w in weights if w > 0])
    n, beta = len(weights), weights.min()
    g_base = 1 - beta / weights
    a = [float(np.prod(np.sqrt(beta / weights)))]
    g, total = [], a[0]
    value = a[0] * chi2.cdf(x / beta, n)
    power = np.ones(n)
    for k in range(1, 20000):
        power = power * g_base
        g.append(0.5 * power.sum())
        a.append(float(np.dot(np.asarray(g)[::-1], a)) / k)
        total += a[-1]
        value += a[-1] * chi2.cdf(x / beta, n + 2 * k)
        if 1 - total < 1e-15 or chi2.cdf(x / beta, n + 2 * k) * (1 - total) < 1e-17:
            break
    return value


def q_limits(y, v, a):
    y, v, a = map(np.asarray, (y, v, a))
    k = len(y)
    p = np.diag(a) - np.outer(a, a) / a.sum()
    q = y @ p @ y

    def at_most(tau2):
        root = np.diag(np.sqrt(v + tau2))
        return ruben(q, np.sort(np.linalg.eigvalsh(root @ p @ root))[::-1][: k - 1])

    def solve(target):
        if at_most(0.0) <= target:
            return 0.0
        high = v.min()
        while at_most(high) > target:
            high *= 4
        return brentq(lambda t: at_most(t) - target, 0, high, xtol=1e-14 * high, rtol=1e-14)

    return [solve(0.975), solve(0.025)]


def henmi_copas(y, v, level):
    y, w = [mp.mpf(x) for x in y], [1 / mp.mpf(x) for x in v]
    k = len(y)
    w1 = sum(w)
    w2, w3, w4 = (sum(x**j for x in w) / w1 for j in (2, 3, 4))
    beta = sum(a * b for a, b in zip(w, y)) / w1
    q = sum(a * (b - beta) ** 2 for a, b in zip(w, y))
    t2 = max(mp.mpf(0), (q - (k - 1)) / (w1 - w2))
    vr = 1 + t2 * w2

    def tail(x):
        def f(r):
            s = (vr * r * r) / vr**2 - 1 / vr
            e = k - 1 + t2 * (w1 - w2) + t2**2 * s * (w3 - w2**2)
            var = (2 * (k - 1) + 4 * t2 * (w1 - w2) + 2 * t2**2 * (w1 * w2 - 2 * w3 + w2**2)
                   + 4 * t2**2 * s * (w3 - w2**2) + 4 * t2**3 * s * (w4 - 2 * w2 * w3 + w2**3)
                   + 2 * t2**4 * (1 / vr**2 - 2 * vr * r * r / vr**3) * (w3 - w2**2) ** 2)
            point = (w1 / w2 - 1) * ((r / x) ** 2 - 1) + (k - 1)
            return mp.gammainc(e * e / var, 0, point * e / var, regularized=True) * mp.npdf(r)
        return mp.quad(f, [x, x + 0.25, x + 0.5, x + 1, x + 2, x + 4, x + 8, x + 16])

    target = (1 - mp.mpf(level)) / 2
    x = mp.mpf(brentq(lambda x: float(tail(mp.mpf(x)) - target), 1e-3, 8, xtol=1e-14, rtol=1e-14))
    reach = mp.sqrt(vr) * x * mp.sqrt((t2 * w2 + 1) / w1)
    return [float(beta - reach), float(beta + reach)]


def main():
    with open(os.path.join(here, "pooling.json")) as file:
        given = json.load(file)["entries"]
    entries = []
    for entry in given:
        if entry["id"].startswith("hc."):
            y, v = entry["inputs"]["yi"], entry["inputs"]["vi"]
            for level in ["0.95", "0.99"] if len(y) < 7 else ["0.95"]:
                entries.append({"id": entry["id"] + "." + level, "function": "Henmi-Copas interval", "package": "mpmath " + mp.__version__,
                                "inputs": {"yi": y, "vi": v, "level": float(level)},
                                "outputs": {"limits": henmi_copas(y, v, level)}})
            for name, a in (("invvar", [1 / x for x in v]), ("invse", [x**-0.5 for x in v])):
                entries.append({"id": "genq" + entry["id"][2:] + "." + name, "function": "generalised Q limits of tau^2",
                                "package": "scipy " + scipy.__version__, "inputs": {"yi": y, "vi": v, "weights": name},
                                "outputs": {"limits": q_limits(y, v, a)}})
    for weights in ([1], [1, 2, 3], [5, 0.2], [1, 1, 1, 1], [40, 3, 0.5, 0.5, 0.1], [0.02] * 3 + [7] * 9):
        mean = sum(weights)
        points = [mean * f for f in (0.02, 0.3, 1, 2.5, 6)]
        entries.append({"id": "law." + "_".join(map(str, weights)), "function": "P(sum of weights chi^2_1 <= x)",
                        "package": "scipy " + scipy.__version__, "inputs": {"weights": weights, "x": points},
                        "outputs": {"cdf": [ruben(x, weights) for x in points]}})
    with open(os.path.join(here, "pooling-random-effects.json"), "w") as file:
        json.dump({"software": f"Python, mpmath {mp.__version__}, scipy {scipy.__version__}", "entries": entries}, file, indent=1)
        file.write("\n")


main()
