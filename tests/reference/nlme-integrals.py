"""Log-likelihoods of the theophylline curves with the random effects integrated out by brute force, at given parameters.

python3 tests/reference/nlme-integrals.py > tests/reference/nlme-integrals.json

Each subject's integral over (lKa, lCl) is a trapezoidal sum over 801 x 801 points within 9 standard deviations of the
effects' law: exact to rounding for a smooth integrand that vanishes at the ends.
"""

import json
from pathlib import Path

import numpy as np

here = Path(__file__).parent
entries = json.loads((here / "curves-and-survival.json").read_text())["entries"]
inputs = next(e for e in entries if e["id"] == "nlme_theoph_ML_diag")["inputs"]
group = np.array(inputs["group"])
dose, x, y = (np.array(inputs[k], float) for k in ("dose", "x", "y"))

# The maximum that adaptive quadrature with 9 points found; the likelihood is flat there, so six digits do.
AT = {"fixed": [-2.459054, 0.480824, -3.226742], "sd": [0.659058, 0.167477], "sigma": 0.70823}


def log_likelihood(fixed, sd, sigma):
    u = np.linspace(-9, 9, 801)
    step = u[1] - u[0]
    lka = fixed[1] + sd[0] * u[:, None]
    lcl = fixed[2] + sd[1] * u[None, :]
    lke = fixed[0]
    ke, ka = np.exp(lke), np.exp(lka)
    total = 0.0
    for name in dict.fromkeys(group):
        own = group == name
        log = -0.5 * (u[:, None] ** 2 + u[None, :] ** 2) - np.log(2 * np.pi)
        for d, t, value in zip(dose[own], x[own], y[own]):
            mean = d * np.exp(lke + lka - lcl) * (np.exp(-ke * t) - np.exp(-ka * t)) / (ka - ke)
            log = log - 0.5 * ((value - mean) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)
        top = log.max()
        total += top + np.log(np.exp(log - top).sum() * step * step)
    return total


print(
    json.dumps(
        {
            "generator": f"numpy {np.__version__}, tests/reference/nlme-integrals.py",
            "entries": [{"id": "theoph_exact", "inputs": AT, "outputs": {"logLik": log_likelihood(**AT)}}],
        },
        indent=1,
    )
)
