# Peaks of the adaptive Gauss-Hermite likelihoods that rma.glmm maximises, in 40 digits.
#
#   python3 tests/reference/pooling-counts.py     (writes pooling-counts.mpmath.json beside this file)
#
# Each series' integral is taken over u, normal with standard deviation tau, around the mode of its integrand and scaled by the
# curvature there, with n points (Liu & Pierce 1994). Newton's method on differences finds the mean and tau where the gradient is 0.
# `lower` is by how much the log likelihood at lme4's answer (pooling.json, pooling-counts.json) lies below that peak.
import json
from pathlib import Path
import mpmath as mp

mp.mp.dps = 40
here = Path(__file__).parent


def rule(n):
    roots = mp.polyroots(mp.taylor(lambda x: mp.hermite(n, x), 0, n)[::-1], maxsteps=500, extraprec=400)
    return [(mp.re(x), 2 ** (n - 1) * mp.factorial(n) * mp.sqrt(mp.pi) / (n * mp.hermite(n - 1, mp.re(x))) ** 2) for x in roots]


def binomial(x, n):
    c = mp.log(mp.binomial(n, x))
    def at(t):
        p = 1 / (1 + mp.exp(-t))
        return c + x * t - n * mp.log1p(mp.exp(t)), x - n * p, -n * p * (1 - p)
    return at


def poisson(x, time):
    c = x * mp.log(time) - mp.loggamma(x + 1)
    def at(t):
        e = time * mp.exp(t)
        return c + x * t - e, x - e, -e
    return at


def integral(at, mean, tau, points):
    z = mp.mpf(0)
    for _ in range(200):
        _, slope, curve = at(mean + tau * z)
        step = (tau * slope - z) / (1 - tau * tau * curve)
        z += max(min(step, mp.mpf(1)), mp.mpf(-1))
        if abs(step) < mp.mpf(10) ** -38:
            break
    scale = mp.sqrt(2 / (1 - tau * tau * at(mean + tau * z)[2]))
    total = mp.mpf(0)
    for node, weight in points:
        v = z + scale * node
        total += weight * mp.exp(node * node + at(mean + tau * v)[0] - v * v / 2)
    return mp.log(total * scale / mp.sqrt(2 * mp.pi))


def solve(series, n, start):
    points = rule(n)
    f = lambda m, t: sum(integral(at, m, t, points) for at in series)
    h = mp.mpf(10) ** -8
    m, t = map(mp.mpf, start)
    for _ in range(12):
        gm, gt = (f(m + h, t) - f(m - h, t)) / (2 * h), (f(m, t + h) - f(m, t - h)) / (2 * h)
        c = f(m, t)
        hmm, htt = (f(m + h, t) - 2 * c + f(m - h, t)) / h**2, (f(m, t + h) - 2 * c + f(m, t - h)) / h**2
        hmt = (f(m + h, t + h) - f(m + h, t - h) - f(m - h, t + h) + f(m - h, t - h)) / (4 * h * h)
        det = hmm * htt - hmt**2
        dm, dt = (-htt * gm + hmt * gt) / det, (hmt * gm - hmm * gt) / det
        m, t = m + dm, t + dt
        if max(abs(dm), abs(dt)) < mp.mpf(10) ** -13:
            break
    return m, t, mp.sqrt(-htt / det), f(m, t) - f(mp.mpf(start[0]), mp.mpf(start[1]))


entries = []
for file, wanted in (("pooling.json", ("glmm.k3_with0",)), ("pooling-counts.json", ("plo.spread.1", "plo.spread.7", "plo.spread.21", "irln.1", "irln.7"))):
    for entry in json.loads((here / file).read_text())["entries"]:
        if entry["id"] not in wanted:
            continue
        i, o = entry["inputs"], entry["outputs"]
        n = i.get("nAGQ", 7)
        make, second = (poisson, i["t"]) if "t" in i else (binomial, i.get("n", i.get("ni")))
        series = [make(x, s) for x, s in zip(i.get("x", i.get("xi")), second)]
        m, t, se, lower = solve(series, n, (o["est"], mp.sqrt(o["tau2"])))
        entries.append({"id": entry["id"], "function": "Newton's method in 40 digits", "package": f"mpmath@{mp.__version__}",
                        "inputs": {"x": i.get("x", i.get("xi")), ("t" if "t" in i else "n"): second, "nAGQ": n},
                        "outputs": {"est": float(m), "se": float(se), "tau2": float(t * t), "lower": float(lower)}})
text = ",\n".join(json.dumps(entry) for entry in entries)
(here / "pooling-counts.mpmath.json").write_text('{"software":"mpmath ' + mp.__version__ + '","entries":[\n' + text + "\n]}\n")
