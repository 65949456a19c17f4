"""Log posterior and mode of one patient whose courses have their own baselines, for tests/reference/own-baselines.test.ts.

Written from the equations, without nof1's code. Run with Python 3, NumPy and SciPy; writes own-baselines.json beside itself.
"""
import json
import platform
from pathlib import Path

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import expit, log_ndtr
from scipy.stats import norm

STARTS = [0.0, 140.0, 330.0]
DAYS = [-10, 0, 3, 14, 45, 80, 110, 140, 146, 160, 200, 250, 300, 330, 340, 370, 430, 480]
SCORES = [9, 10, 6, 3, 3, 6, 8, 7, 5, 3, 4, 6, 7, 6, 2, 1, 4, 5]
LN81 = np.log(81)
N = len(STARTS)

# mean B, log sigma, B_j, mean logit R, logit R_j, log h, mean log T50, log T50_j, log D
NAMES = (
    ["mean baseline", "log residualSd"]
    + [f"baseline {j + 1}" for j in range(N)]
    + ["mean logit relief"]
    + [f"logit relief {j + 1}" for j in range(N)]
    + ["log onsetHalfTime", "mean log T50"]
    + [f"log T50 {j + 1}" for j in range(N)]
    + ["log wearOffDuration"]
)
AT = {name: k for k, name in enumerate(NAMES)}


def own(theta, name):
    return np.array([theta[AT[f"{name} {j + 1}"]] for j in range(N)])


def log_probability(low, high):
    """ln(Phi(high) - Phi(low)), on the side where both are in the lower tail."""
    if low + high > 0:
        low, high = -high, -low
    a, b = log_ndtr(high), log_ndtr(low)
    return a + np.log1p(-np.exp(b - a))


def log_likelihood(theta, effect):
    baselines = own(theta, "baseline")
    sd = np.exp(theta[AT["log residualSd"]])
    total = 0.0
    for day, score in zip(DAYS, SCORES):
        mean = np.interp(day, STARTS, baselines)
        if effect:
            h, duration = np.exp(theta[AT["log onsetHalfTime"]]), np.exp(theta[AT["log wearOffDuration"]])
            for start, r, t50 in zip(STARTS, expit(own(theta, "logit relief")), np.exp(own(theta, "log T50"))):
                t = day - start
                if t > 0:
                    mean *= 1 - r * (1 - 2 ** (-t / h)) / (1 + np.exp(LN81 / duration * (t - t50)))
        low = -np.inf if score == 0 else (score - 0.5 - mean) / sd
        high = np.inf if score == 10 else (score + 0.5 - mean) / sd
        total += log_probability(low, high)
    return total


def log_prior(theta, effect):
    mean = theta[AT["mean baseline"]]
    total = norm.logpdf(mean, 7, 2.5) + norm.logpdf(theta[AT["log residualSd"]], 0, 0.5)
    total += norm.logpdf(own(theta, "baseline"), mean, 1).sum()
    if not effect:
        return total
    relief, t50 = theta[AT["mean logit relief"]], theta[AT["mean log T50"]]
    total += norm.logpdf(relief, 0.4, 1.5) + norm.logpdf(own(theta, "logit relief"), relief, 0.8).sum()
    total += norm.logpdf(t50, np.log(105), 0.7) + norm.logpdf(own(theta, "log T50"), t50, 0.3).sum()
    total += norm.logpdf(theta[AT["log onsetHalfTime"]], np.log(4), 0.6)
    total += norm.logpdf(theta[AT["log wearOffDuration"]], np.log(60), 0.7)
    return total


def entry(theta, effect):
    likelihood, prior = log_likelihood(theta, effect), log_prior(theta, effect)
    return dict(theta=list(theta), logLikelihood=likelihood, negativeLogPosterior=-likelihood - prior)


def mode(effect):
    size = len(NAMES) if effect else 2 + N
    typical = np.array([7.5, -0.3, 8, 7, 6, 1, 1, 1, 1, 1, 4.3, 4.3, 4.3, 4.3, 3.9])[:size]
    f = lambda theta: -log_likelihood(theta, effect) - log_prior(theta, effect)
    best = None
    rng = np.random.default_rng(20040601)
    for k in range(4):
        x = typical + (0 if k == 0 else rng.normal(0, 0.4, size))
        for _ in range(4):
            x = minimize(f, x, method="BFGS", options=dict(gtol=1e-9, maxiter=5000)).x
            x = minimize(f, x, method="Nelder-Mead", options=dict(xatol=1e-10, fatol=1e-13, maxiter=40000, maxfev=40000, adaptive=True)).x
        if best is None or f(x) < f(best):
            best = x
    return entry(best, effect)


rng = np.random.default_rng(1)
center = np.array([7.5, -0.3, 9, 7, 6, 0.8, 1.2, 0.6, 1.0, 1.3, 4.4, 4.2, 4.5, 4.6, 3.9])
out = dict(
    madeWith=f"Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}",
    starts=STARTS,
    days=DAYS,
    scores=SCORES,
    names=NAMES,
    points=[entry(center + rng.normal(0, 0.3, len(NAMES)), True) for _ in range(5)],
    mode=mode(True),
    withoutEffect=mode(False),
)
Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
