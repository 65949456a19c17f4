"""Times of curve fits by SciPy's curve_fit and by lmfit, and of profiles of them: by repeated fits inside brentq for
SciPy, which has none of its own, and by conf_interval for lmfit. Reads tasks as JSON from standard input, writes
milliseconds and limits as JSON. Run by scripts/performance.mjs."""
import json
import platform
import statistics
import sys
import time
import warnings

import lmfit
import numpy as np
import scipy
from scipy.optimize import brentq, curve_fit
from scipy.stats import f as f_law

warnings.simplefilter("ignore")


def median_ms(run, samples):
    run()
    times = []
    for _ in range(samples):
        start, n = time.perf_counter(), 0
        while n < 1 or time.perf_counter() - start < 0.05:
            run()
            n += 1
        times.append(1000 * (time.perf_counter() - start) / n)
    return statistics.median(times)


def curve_of(task):
    names = list(task["start"])
    code = compile(task["model"], "model", "eval")

    def curve(x, *values):
        return eval(code, {"exp": np.exp, "log": np.log, "x": x, **dict(zip(names, values))})

    return names, curve


def scipy_profile(curve, x, y, start):
    best, covariance = curve_fit(curve, x, y, p0=start)
    lowest = np.sum((curve(x, *best) - y) ** 2)
    df = len(y) - len(best)
    goal = f_law.ppf(0.95, 1, df)
    limits = []
    for j in range(len(best)):
        others = np.delete(best, j)
        sides = []
        for side in (-1, 1):
            error = np.sqrt(covariance[j, j])

            def excess(steps):
                held = best[j] + side * steps * error
                inner = lambda x, *rest: curve(x, *np.insert(rest, j, held))
                found, _ = curve_fit(inner, x, y, p0=others, maxfev=5000)
                return (np.sum((inner(x, *found) - y) ** 2) - lowest) / lowest * df - goal

            outer = 1.0
            while excess(outer) < 0 and outer < 200:
                outer *= 1.5
            sides.append(best[j] + side * brentq(excess, 1e-3, outer, rtol=1e-6) * error)
        limits.append(sides)
    return limits


def lmfit_profile(minimizer):
    result = minimizer.minimize()
    found = lmfit.conf_interval(minimizer, result, sigmas=[0.95])
    return [[found[name][0][1], found[name][2][1]] for name in found]


def attempt(run):
    try:
        limits = run()
        return {"both": median_ms(run, 5), "limits": np.asarray(limits, float).tolist()}
    except Exception as error:
        return {"both": None, "limits": None, "error": f"{type(error).__name__}: {error}"}


def answer(task):
    names, curve = curve_of(task)
    x, y = np.array(task["x"], float), np.array(task["y"], float)
    start = [task["start"][name] for name in names]
    parameters = lmfit.Parameters()
    for name in names:
        parameters.add(name, value=task["start"][name])
    minimizer = lmfit.Minimizer(lambda p: curve(x, *[p[name].value for name in names]) - y, parameters)
    return {
        "scipy": {"fit": median_ms(lambda: curve_fit(curve, x, y, p0=start), 15),
                  **attempt(lambda: scipy_profile(curve, x, y, start))},
        "lmfit": {"fit": median_ms(minimizer.minimize, 15), **attempt(lambda: lmfit_profile(minimizer))},
    }


tasks = json.load(sys.stdin)
answers = [answer(task) for task in tasks]
versions = {"scipy": f"Python {platform.python_version()}, SciPy {scipy.__version__}",
            "lmfit": f"lmfit {lmfit.__version__}"}
print(json.dumps({"versions": versions, "answers": answers}))
