"""The tasks of tests/bench/numerics.bench.mjs in SciPy: name, nanoseconds a run (median of 5 batches), result."""

import time

import numpy as np
from scipy import linalg, optimize, special, stats


def report(name, runs, task):
    times = []
    for _ in range(6):
        start = time.process_time_ns()
        for _ in range(runs):
            result = task()
        times.append((time.process_time_ns() - start) / runs)
    print(f"{name}\t{sorted(times[1:])[2]:.1f}\t{result:.12g}")


days = np.maximum([-7, 0, 4, 10, 28, 60, 90, 112, 140, 168], 0.0)
scores = np.array([9.1, 8.9, 5.4, 3.1, 2.2, 2.1, 3.2, 5.1, 7.6, 8.8])
start = np.array([9, 1.1, np.log(4), np.log(110), np.log(50)])


def parts(p):
    remaining = np.exp(-np.log(2) / np.exp(p[2]) * days)
    z = np.log(81) / np.exp(p[4]) * (days - np.exp(p[3]))
    kept = 1 / (1 + np.exp(z))
    return remaining, z, kept, (1 - remaining) * kept / (1 + np.exp(-p[1]))


def residuals(p):
    return p[0] * (1 - parts(p)[3]) - scores


def jacobian(p):
    remaining, z, kept, r = parts(p)
    lost = r * (1 - kept)
    relief = 1 / (1 + np.exp(-p[1]))
    return np.column_stack([
        1 - r,
        -p[0] * r * (1 - relief),
        p[0] * relief * kept * remaining * np.log(2) / np.exp(p[2]) * days,
        -p[0] * lost * np.log(81) / np.exp(p[4]) * np.exp(p[3]),
        -p[0] * lost * z,
    ])


tight = {"ftol": 1e-14, "xtol": 1e-14, "gtol": 1e-14}
report(
    "fit, 5 parameters, 10 points",
    100,
    lambda: 2 * optimize.least_squares(residuals, start, jacobian, method="lm", **tight).cost,
)

design = np.sin(1 + np.arange(100.0) ** 2).reshape(20, 5)
target = np.cos(np.arange(20))
positive = 1 / (1 + np.add.outer(np.arange(8), np.arange(8))) + np.eye(8)


def solve():
    q, r, _ = linalg.qr(design, mode="economic", pivoting=True)
    return linalg.solve_triangular(r, q.T @ target)[4]


report("QR in new arrays", 1000, solve)
report("Cholesky in a new array", 5000, lambda: np.linalg.cholesky(positive)[7, 7])

data = np.array([73, 80, 66, 90, 58, 71, 77, 62, 85, 69, 74, 81, 60, 79, 88, 64, 70, 76, 83, 67.0])
random = np.random.default_rng(1)
for n in (5, 20):
    values = data[:n]
    report(
        f"10,000 means, n = {n}",
        10,
        lambda: np.sort(values[random.integers(n, size=(10000, n))].mean(axis=1))[5000],
    )
    report(
        f"10,000 means and BCa, n = {n}",
        1,
        lambda: sum(stats.bootstrap((values,), np.mean, n_resamples=10000, rng=random).confidence_interval),
    )

i = np.arange(1, 1001)
p, u, v = (i * step % 1 for step in (0.8191725133961645, 0.6710436067037893, 0.5497004779019703))
report("1,000 t quantiles", 10, lambda: special.stdtrit(1 + 50 * u, p).mean())
report("1,000 beta quantiles", 10, lambda: special.betaincinv(0.5 + 20 * u, 0.5 + 20 * v, p).mean())
