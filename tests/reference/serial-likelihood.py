"""Probabilities of rectangles of correlated normals, for tests/reference/serial-likelihood.test.ts.

Run with Python 3 and SciPy; writes serial-likelihood.json beside itself.
"""
import json
import platform
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import multivariate_normal, norm
from scipy.integrate import dblquad

rng = np.random.default_rng(20040601)
cases = []
for per_day, days in [
    (0.5, [0, 1]),
    (0.97, [0, 7]),
    (0.97, [0, 3, 10]),
    (0.9, [0, 2, 5, 6]),
    (0.97, [0, 1, 2, 30, 31]),
    (0.0, [0, 3, 9]),
]:
    n = len(days)
    for sd in [0.6, 1.4]:
        means = rng.uniform(2, 8, n)
        scores = np.clip(np.round(means + rng.normal(0, sd, n)), 0, 10)
        lower = [None if s == 0 else s - 0.5 for s in scores]
        upper = [None if s == 10 else s + 0.5 for s in scores]
        gaps = np.abs(np.subtract.outer(days, days))
        cov = sd**2 * np.where(gaps == 0, 1.0, per_day**gaps)
        lo = np.array([-np.inf if v is None else v for v in lower])
        hi = np.array([np.inf if v is None else v for v in upper])
        p = multivariate_normal.cdf(
            hi, means, cov, lower_limit=lo, maxpts=20_000_000, abseps=0, releps=1e-8, rng=np.random.default_rng(1)
        )
        cases.append(
            dict(perDay=per_day, days=days, sd=sd, means=list(means), lower=lower, upper=upper, logProbability=float(np.log(p)))
        )
out = dict(
    madeWith=f"Python {platform.python_version()}, SciPy {scipy.__version__} (multivariate_normal.cdf, Genz's algorithm)",
    cases=cases,
)
Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
