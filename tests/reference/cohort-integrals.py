"""Log-likelihoods of patients' rounded scores with baseline, relief and T50 integrated out by brute force.

python3 tests/reference/cohort-integrals.py > tests/reference/cohort-integrals.json

Plateau model and patients of `stan_hier6_sparse` (posteriors.json), and two of four scores whose T50 has two modes. Each
patient's integral over (B, logit R, log T50) is a trapezoidal sum over 61 x 61 x 161 points within 6.5 standard deviations
of the law they come from. Baselines: normal around the score at day 0 or before, sd 1.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.special import ndtr

here = Path(__file__).parent
entries = json.loads((here / "posteriors.json").read_text())["entries"]
hier = next(e for e in entries if e["id"] == "stan_hier6_sparse")["inputs"]
patients = []
for i, baseline in enumerate(hier["prior"]["B_mean"]):
    own = [k for k, p in enumerate(hier["patient"]) if p == i + 1]
    patients.append({"t": [hier["t"][k] for k in own], "score": [hier["score"][k] for k in own], "B_mean": baseline})
sparse = [
    {"t": [0, 14, 60, 120], "score": [9, 3, 4, 8], "B_mean": 9},
    {"t": [0, 14, 60, 120], "score": [8, 4, 5, 7], "B_mean": 8},
]


def log_likelihood(patient, theta):
    mu_r, log_h, mu_t, log_d, log_sigma, log_tau_r, log_tau_t = theta
    u = np.linspace(-6.5, 6.5, 61)
    v = np.linspace(-6.5, 6.5, 161)
    cell = (u[1] - u[0]) ** 2 * (v[1] - v[0])
    b, zr, zt = u[:, None, None], u[None, :, None], v[None, None, :]
    baseline = patient["B_mean"] + b
    relief = 1 / (1 + np.exp(-(mu_r + np.exp(log_tau_r) * zr)))
    t50 = np.exp(mu_t + np.exp(log_tau_t) * zt)
    sigma = np.exp(log_sigma)
    log = -0.5 * (b**2 + zr**2 + zt**2) - 1.5 * np.log(2 * np.pi)
    for t, score in zip(patient["t"], patient["score"]):
        if t <= 0:
            mean = baseline
        else:
            late = 1 / (1 + np.exp(np.log(81) * (t - t50) / np.exp(log_d)))
            mean = baseline * (1 - relief * (1 - 2 ** (-t / np.exp(log_h))) * late)
        low = -np.inf if score <= 0 else (score - 0.5 - mean) / sigma
        high = np.inf if score >= 10 else (score + 0.5 - mean) / sigma
        sign = np.where(np.asarray(low) > 0, -1.0, 1.0)
        with np.errstate(divide="ignore"):
            log = log + np.log(np.where(sign > 0, ndtr(high) - ndtr(low), ndtr(-np.asarray(low)) - ndtr(-np.asarray(high))))
    top = log.max()
    return float(top + np.log(np.exp(log - top).sum() * cell))


cases = []
for name, people, theta in [
    ("six_near_the_mode", patients, [0.45, 1.48, 4.56, 4.24, -0.7, -0.48, -2.4]),
    ("six_wide_spreads", patients, [0.2, 1.2, 4.7, 4.0, -0.3, 0.3, -0.7]),
    ("six_small_spreads", patients, [0.6, 1.6, 4.5, 4.4, -0.2, -3.0, -4.0]),
    ("two_sparse", sparse, [0.4, 1.1, 4.55, 4.14, -0.55, -0.55, -1.2]),
    ("two_sparse_wide", sparse, [0.4, 1.1, 4.55, 4.14, -0.9, 0.0, -0.5]),
]:
    own = [log_likelihood(p, theta) for p in people]
    cases.append({"id": name, "inputs": {"patients": people, "theta": theta}, "outputs": {"logLik": sum(own), "own": own}})
print(
    json.dumps(
        {"generator": f"numpy {np.__version__}, scipy {scipy.__version__}, tests/reference/cohort-integrals.py", "entries": cases},
        indent=1,
    )
)
