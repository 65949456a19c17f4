# Peaks of the likelihoods that rma.mv maximises for two outcomes, in 40 digits.
#
#   python3 tests/reference/pooling-multilevel.py     (writes pooling-multilevel.mpmath.json beside this file)
#
# The covariance of the outcomes is L L^T with L = ((a, 0), (b, c)); Newton's method on differences finds where the gradient is 0,
# beginning at metafor's answer. `lower` is by how much the log likelihood there lies below the peak.
import json
from pathlib import Path
import mpmath as mp

mp.mp.dps = 40
here = Path(__file__).parent


def likelihood(i, v):
    k, names = len(i["yi"]), ("relief", "duration")
    which = [names.index(o) for o in i["outcome"]]
    a, b, c = v
    psi = ((a * a, a * b), (a * b, b * b + c * c))
    m = mp.matrix(k, k)
    for r in range(k):
        for s in range(k):
            if i["series"][r] == i["series"][s]:
                rho = mp.mpf(1) if r == s else mp.mpf(str(i["rho"]))
                m[r, s] = psi[which[r]][which[s]] + rho * mp.sqrt(mp.mpf(str(i["vi"][r])) * mp.mpf(str(i["vi"][s])))
    x = mp.matrix(k, 2)
    for r in range(k):
        x[r, which[r]] = 1
    y = mp.matrix([mp.mpf(str(one)) for one in i["yi"]])
    w = m ** -1
    gram = x.T * w * x
    inverse = gram ** -1
    mean = inverse * (x.T * w * y)
    r = y - x * mean
    value = mp.log(mp.det(m)) + (r.T * w * r)[0]
    free = k
    if i["method"] == "REML":
        value += mp.log(mp.det(gram)) - mp.log(mp.det(x.T * x))
        free = k - 2
    return -(value + free * mp.log(2 * mp.pi)) / 2, mean, inverse


def newton(f, v):
    h = mp.mpf(10) ** -9
    for _ in range(15):
        at = lambda *moves: f([one + h * sum(s for j, s in moves if j == i) for i, one in enumerate(v)])
        center = f(v)
        gradient = mp.matrix([(at((i, 1)) - at((i, -1))) / (2 * h) for i in range(3)])
        hessian = mp.matrix(3, 3)
        for i in range(3):
            hessian[i, i] = (at((i, 1)) - 2 * center + at((i, -1))) / h**2
            for j in range(i):
                hessian[i, j] = hessian[j, i] = (at((i, 1), (j, 1)) - at((i, 1), (j, -1)) - at((i, -1), (j, 1)) + at((i, -1), (j, -1))) / (4 * h**2)
        step = mp.lu_solve(hessian, gradient)
        v = [one - step[i] for i, one in enumerate(v)]
        if mp.norm(step) < mp.mpf(10) ** -14:
            break
    return v


entries = []
for entry in json.loads((here / "pooling-multilevel.json").read_text())["entries"]:
    if not entry["id"].startswith("bivariate"):
        continue
    i, o = entry["inputs"], entry["outputs"]
    t = [mp.sqrt(one) for one in o["tau2"]]
    rho = mp.mpf(o["rho"])
    start = [t[0], rho * t[1], mp.sqrt(max(1 - rho**2, mp.mpf(0))) * t[1]]
    v = newton(lambda one: likelihood(i, one)[0], start)
    value, mean, inverse = likelihood(i, v)
    taus = [v[0] ** 2, v[1] ** 2 + v[2] ** 2]
    entries.append({"id": entry["id"], "function": "Newton's method in 40 digits", "package": f"mpmath@{mp.__version__}", "inputs": {}, "outputs": {
        "est": [float(one) for one in mean], "se": [float(mp.sqrt(inverse[j, j])) for j in range(2)], "tau2": [float(one) for one in taus],
        "rho": float(v[0] * v[1] / mp.sqrt(taus[0] * taus[1])), "logLik": float(value), "lower": float(value - likelihood(i, start)[0])}})
text = ",\n".join(json.dumps(entry) for entry in entries)
(here / "pooling-multilevel.mpmath.json").write_text('{"software":"mpmath ' + mp.__version__ + '","entries":[\n' + text + "\n]}\n")
