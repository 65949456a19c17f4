"""Relief curves and their derivatives by mpmath, and turnovers as numerically integrated differential equations.

    python3 tests/reference/response-models.py     (writes response-models.json beside this file; about 5 minutes)

Independent of src/response/models: curves are written as their formulas stand and differentiated by mpmath's differences
with 50 digits, by working parameters (logit of fractions, log of the rest) and by t. Turnovers are the outer integral of
variation of constants by mpmath's tanh-sinh rule, and, without any integral, the differential equation itself by mpmath's Taylor
series, 20 digits, and by scipy's DOP853 (rtol 1e-13), which must agree to 1e-10.
"""
import json
import os
import mpmath
import scipy
from mpmath import mp, mpf, exp, log, log1p
from scipy.integrate import solve_ivp
import numpy

mp.dps = 50


def onset(t, h):
    return 1 - mpf(2) ** (-t / h)


def logistic_wear_off(t, T50, D):
    return 1 / (1 + exp(log(mpf(81)) * (t - T50) / D))


def log_logistic(t, p):
    return p[0] * onset(t, p[1]) / (1 + (t / p[2]) ** p[3])


def residual_relief(t, p):
    w = logistic_wear_off(t, p[2], p[3])
    return p[0] * onset(t, p[1]) * (p[4] + (1 - p[4]) * w)


def bateman(t, p):
    fast, slow = log(mpf(2)) / p[1], log(mpf(2)) / p[2]
    if abs(fast / slow - 1) < mpf(10) ** -45:
        return p[0] * fast * t * exp(1 - fast * t)
    day = log(fast / slow) / (fast - slow)
    curve = lambda s: exp(-slow * s) - exp(-fast * s)
    return p[0] * curve(t) / curve(day)


def turnover(t, p, loss):
    a, k, T = log(mpf(2)) / p[1], log(mpf(81)) / p[3], p[2]
    area = lambda s: -log1p(exp(-k * (s - T))) / k
    acting = lambda s: logistic_wear_off(s, T, p[3])
    integrand = lambda s: a * acting(s) * exp(-a * ((t - s) + loss * (area(t) - area(s))))
    scale = min(1 / a / (1 + loss), 1 / k)
    cuts = {mpf(0), t}
    step = scale
    while step < 2 * t + T:
        cuts |= {s for s in (t - step, T - step, T + step) if 0 < s < t}
        step *= 3
    return mpmath.quad(integrand, sorted(cuts | ({T} if T < t else set())))


def turnover_i(t, p):
    return p[0] * turnover(t, p, mpf(0))


def turnover_iv(t, p):
    stimulation = p[0] / (1 - p[0])
    return stimulation * turnover(t, p, stimulation)


LOGIT, LOG = "logit", "log"
TURNOVER = [[.8, 4, 105, 60], [.6, 20, 40, 15], [.95, .3, 120, 100], [.3, 80, 25, 5], [.7, 5, 60, 300]]
MODELS = {
    "log-logistic": (log_logistic, [LOGIT, LOG, LOG, LOG], [[.8, 4, 105, 3], [.3, 12, 40, .9], [.95, .2, 200, 9]]),
    "residual-relief": (residual_relief, [LOGIT, LOG, LOG, LOG, LOGIT],
                        [[.8, 4, 105, 60, .12], [.3, 12, 40, 15, .6], [.95, .2, 200, 100, .01]]),
    "bateman": (bateman, [LOGIT, LOG, LOG],
                [[.8, 4, 45], [.3, 12, 12], [.5, 12, 12.0000001], [.5, 12, 12.01], [.6, 12, 13], [.95, .001, 200], [.7, 40, 3]]),
    "turnover-i": (turnover_i, [LOGIT, LOG, LOG, LOG], TURNOVER),
    "turnover-iv": (turnover_iv, [LOGIT, LOG, LOG, LOG], TURNOVER),
}


def natural(link, w):
    return exp(w) if link == LOG else 1 / (1 + exp(-w))


def working(link, x):
    return log(x) if link == LOG else log(x / (1 - x))


def text(x):
    return mpmath.nstr(x, 20)


def curve_entry(name, p, t):
    curve, links, _ = MODELS[name]
    at = [working(link, mpf(x)) for link, x in zip(links, p)]
    step = mpf(10) ** -12

    def value(offsets, dt=0):
        return curve(mpf(t) + dt, [natural(link, w + d) for link, w, d in zip(links, at, offsets)])

    def slope(f):
        return (8 * (f(step) - f(-step)) - (f(2 * step) - f(-2 * step))) / (12 * step)

    n = len(p)
    by = [slope(lambda d, k=k: value([d if i == k else 0 for i in range(n)])) for k in range(n)]
    by.append(slope(lambda d: value([0] * n, d)))
    return {
        "id": f"curve_{name}_{'_'.join(map(str, p))}_day_{t}", "function": "formula, derivatives by differences",
        "package": f"mpmath {mpmath.__version__}", "inputs": {"model": name, "p": p, "t": t},
        "outputs": {"relief": text(value([0] * n)), "gradient": [text(v) for v in by]},
    }


def equation_entry(kind, p, days):
    """y' = kout (1 - I S) - kout y (type I), y' = kout - kout (1 + E S) y (II with E = -I, IV)."""
    effect, h, T50, D = (mpf(x) for x in p)
    a = log(mpf(2)) / h

    def slope(s, y):
        S = logistic_wear_off(s, T50, D)
        return a * (1 - effect * S) - a * y if kind == "I" else a - a * (1 + (-effect if kind == "II" else effect) * S) * y

    with mpmath.workdps(20):
        exact = mpmath.odefun(lambda s, y: [slope(s, y[0])], 0, [mpf(1)])
        values = [exact(day)[0] for day in days]
    floats = [float(x) for x in (effect, a, T50, D)]

    def rough(s, y):
        S = 1 / (1 + numpy.exp(numpy.log(81) * (s - floats[2]) / floats[3]))
        e, rate = floats[0], floats[1]
        return rate * (1 - e * S) - rate * y if kind == "I" else rate - rate * (1 + (-e if kind == "II" else e) * S) * y

    check = solve_ivp(rough, [0, days[-1]], [1.0], method="DOP853", rtol=1e-13, atol=1e-14, t_eval=days)
    worst = max(abs(float(v) - w) for v, w in zip(values, check.y[0]))
    assert worst < 1e-10, (kind, p, worst)
    return {
        "id": f"equation_{kind}_{'_'.join(map(str, p))}", "function": "differential equation by Taylor series",
        "package": f"mpmath {mpmath.__version__}; within {worst:.0e} of scipy {scipy.__version__} solve_ivp DOP853",
        "inputs": {"type": kind, "effect": p[0], "h": p[1], "T50": p[2], "D": p[3], "t": days},
        "outputs": {"response": [text(v) for v in values]},
    }


entries = [curve_entry(name, p, t) for name, (_, _, sets) in MODELS.items() for p in sets for t in (.01, 3, 12, 60, 150, 400)]
days = [1, 5, 15, 40, 80, 120, 160, 200]
entries += [equation_entry("I", p, days) for p in ([.8, 4, 105, 60], [.6, 20, 40, 15], [.95, 2, 120, 100], [.3, 80, 25, 40])]
entries += [equation_entry("II", p, days) for p in ([.8, 4, 105, 60], [.95, 20, 40, 15])]
entries += [equation_entry("IV", p, days) for p in ([4, 4, 105, 60], [1.5, 20, 40, 15], [19, 10, 120, 100], [.4, 80, 25, 40])]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "response-models.json"), "w") as file:
    file.write('{"entries": [\n' + ",\n".join(json.dumps(entry) for entry in entries) + "\n]}\n")
