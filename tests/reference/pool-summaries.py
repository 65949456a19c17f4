"""Pools with a standard deviation that is known as a distribution only, by nested quadrature.

    python3 tests/reference/pool-summaries.py > tests/reference/pool-summaries.json

Nothing of nof1 is used. The greatest standard deviation of n values with a given mean between two bounds is that of a sample with all
values but one at a bound. Each posterior is the normal-normal model with a half-normal prior of tau and a flat one of the mean.
"""
import json
import math

import numpy as np
import scipy
from scipy import optimize, stats


def greatest_sd(n, mean, lower, upper):
    at_upper = math.floor(n * (mean - lower) / (upper - lower))
    rest = n * mean - at_upper * upper - (n - at_upper - 1) * lower
    values = [upper] * at_upper + [rest] + [lower] * (n - at_upper - 1)
    return math.sqrt(sum((x - mean) ** 2 for x in values) / (n - 1))


def mean_at(effects, variances, tau):
    weights = [1 / (v + tau * tau) for v in variances]
    total = sum(weights)
    mean = sum(w * y for w, y in zip(weights, effects)) / total
    log_likelihood = 0.5 * (
        sum(math.log(w) for w in weights) - math.log(total) - sum(w * (y - mean) ** 2 for w, y in zip(weights, effects))
    )
    return mean, 1 / math.sqrt(total), log_likelihood


TAU = 48
GAUSS = [0.5 * (1 + x) for x in scipy.special.roots_legendre(TAU)[0]], [0.5 * w for w in scipy.special.roots_legendre(TAU)[1]]


def posterior(effects, variances, scale):
    """Masses, means and deviations over tau, on panels of tau that grow."""
    edges = [0.0] + [scale * 10 * 2.0 ** (k - 11) for k in range(12)]
    parts = []
    for low, high in zip(edges, edges[1:]):
        for u, w in zip(*GAUSS):
            tau = low + u * (high - low)
            mean, deviation, log_likelihood = mean_at(effects, variances, tau)
            parts.append((w * (high - low) * math.exp(log_likelihood - 0.5 * (tau / scale) ** 2), mean, deviation, tau))
    total = sum(p[0] for p in parts)
    return [(m / total, mean, deviation, tau) for m, mean, deviation, tau in parts], total


def quantile(cdf, probability, low, high):
    return optimize.brentq(lambda x: cdf(x) - probability, low, high, xtol=1e-13)


SD_NODES, SD_WEIGHTS = scipy.special.roots_legendre(120)


def sds(ranges, law):
    """Nodes of one unknown standard deviation under a law, with their weights."""
    low, high = ranges
    if law == "uniform":
        nodes = [low + 0.5 * (1 + x) * (high - low) for x in SD_NODES]
        return nodes, [0.5 * w for w in SD_WEIGHTS]
    nodes = [low * (high / low) ** (0.5 * (1 + x)) for x in SD_NODES]
    return nodes, [0.5 * w for w in SD_WEIGHTS]


def bayes(effects, variances_at, ranges, law, scale):
    nodes, weights = sds(ranges, law)
    posteriors = [posterior(effects, variances_at(sd), scale)[0] for sd in nodes]

    flat = [(w * m, mean, deviation, tau) for w, parts in zip(weights, posteriors) for m, mean, deviation, tau in parts]
    mass, mean, deviation, tau = (np.array(column) for column in zip(*flat))

    def fast(x):
        return float(np.sum(mass * stats.norm.cdf((x - mean) / deviation)))

    def farther(x):
        return float(np.sum(mass * stats.norm.cdf((x - mean) / np.sqrt(deviation**2 + tau**2))))

    return {
        "mean": [quantile(fast, p, -20, 20) for p in (0.025, 0.5, 0.975)],
        "prediction": [quantile(farther, p, -20, 20) for p in (0.025, 0.5, 0.975)],
    }


def common(effects, variances_at, ranges, law):
    """Rubin's T with endless imputations, and the average of the normal distributions, with one effect for all series."""
    nodes, weights = sds(ranges, law)
    fits = [mean_at(effects, variances_at(sd), 0.0)[:2] for sd in nodes]
    mean = sum(w * q for w, (q, _) in zip(weights, fits))
    within = sum(w * s * s for w, (_, s) in zip(weights, fits))
    between = sum(w * (q - mean) ** 2 for w, (q, _) in zip(weights, fits))

    def cdf(x):
        return sum(w * stats.norm.cdf((x - q) / s) for w, (q, s) in zip(weights, fits))

    return {
        "rubinMean": mean,
        "rubinStandardError": math.sqrt(within + between),
        "average": [quantile(cdf, p, -20, 20) for p in (0.025, 0.5, 0.975)],
    }


def case(name, rows, ranges, law, scale):
    effects = [row["mean"] / 100 for row in rows]

    def variances_at(sd):
        return [((row.get("sd", sd)) / 100) ** 2 / row["n"] for row in rows]

    return {
        "name": name,
        "rows": rows,
        "range": list(ranges),
        "law": law,
        "scale": scale,
        "bayes": bayes(effects, variances_at, ranges, law, scale),
        "common": common(effects, variances_at, ranges, law),
    }


MOROZUMI = {"n": 5, "mean": 73.4}
B = {"n": 8, "mean": 60, "sd": 20}
C = {"n": 6, "mean": 48, "sd": 25}
full = (0.0, greatest_sd(5, 73.4, 0, 100))
print(
    json.dumps(
        {
            "software": f"Python, scipy {scipy.__version__}",
            "note": "Morozumi 2009: n = 5, mean 73.4 % (no standard deviation); the other series are SYNTHETIC",
            "cases": [
                case("two series, uniform from 0", [MOROZUMI, B], full, "uniform", 0.2),
                case("three series, uniform from 0", [MOROZUMI, B, C], full, "uniform", 0.3),
                case("three series, uniform from 15 to 30", [MOROZUMI, B, C], (15.0, 30.0), "uniform", 0.3),
            ],
        },
        indent=1,
    )
)
