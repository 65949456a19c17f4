"""Noncentral t, noncentral chi-squared and studentised range to 20 digits, by ways other than those of src/math.

    python3 tests/unit/math/distributions/noncentral.py     (writes noncentral.json beside this file; needs mpmath)

Noncentral t: its definition, E[Phi(tS - d)], by Gauss-Legendre panels that shrink towards the peak of the integrand.
Noncentral chi-squared: the Poisson mixture, its incomplete gamma functions by the recurrence in the stable direction.
Studentised range: a trapezoidal sum over ln S of trapezoidal sums over the largest of the sample.
Each row holds both tails; the script stops where they do not add up to 1. Takes about ten minutes.
"""

import json
import pathlib

from mpmath import erfc, exp, expm1, log, log1p, loggamma, mp, mpf, nstr, pi, sqrt

mp.dps = 40
ROOT2 = sqrt(mpf(2))


def number(value):
    """The double that JavaScript reads from the same digits."""
    return mpf(float(value))


def upper_normal(x):
    return erfc(x / ROOT2) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def legendre(n):
    rule = []
    for i in range(n):
        x = mp.cos(pi * (i + mpf(3) / 4) / (n + mpf(1) / 2))
        for _ in range(60):
            previous, value = mpf(1), x
            for k in range(2, n + 1):
                previous, value = value, ((2 * k - 1) * x * value - (k - 1) * previous) / k
            slope = n * (x * value - previous) / (x * x - 1)
            x -= value / slope
            if abs(value / slope) < mpf(10) ** -38:
                break
        rule.append((x, 2 / ((1 - x * x) * slope * slope)))
    return rule


RULE = legendre(30)


def scale_log_density(u, nu):
    """ln of the density of u = ln S, S = sqrt(chi2/nu)."""
    return log(mpf(2)) + nu / 2 * log(nu / 2) - loggamma(nu / 2) + nu * u - nu * exp(2 * u) / 2


def peak_of(f, low, high):
    golden = (sqrt(mpf(5)) - 1) / 2
    left, right = high - golden * (high - low), low + golden * (high - low)
    f_left, f_right = f(left), f(right)
    while high - low > mpf(10) ** -9:
        if f_left < f_right:
            low, left, f_left = left, right, f_right
            right = low + golden * (high - low)
            f_right = f(right)
        else:
            high, right, f_right = right, left, f_left
            left = high - golden * (high - low)
            f_left = f(left)
    return (low + high) / 2


def reach(f, center, sign):
    """How far from its peak a log-density is 85 below it."""
    width = mpf(10) ** -6
    while f(center) - f(center + sign * width) < 85:
        width *= 2
    return width


def noncentral_t_lower(t, nu, delta):
    def g(u):
        return scale_log_density(u, nu) + log(upper_normal(delta - t * exp(u)))

    center = peak_of(g, mpf(-60), mpf(12))
    finest = 1 / sqrt(1 + nu + (t * exp(center)) ** 2)
    points = {center}
    for sign in (-1, 1):
        end = reach(g, center, sign)
        width = finest
        while width < end:
            points.add(center + sign * width)
            width = width + finest if width < 8 * finest else width * mpf("1.35")
        points.add(center + sign * end)
    first, last = min(points), max(points)
    if delta / t > 0:  # Phi steps up here
        points |= {log(delta / t) + k / (abs(delta) + 1) for k in range(-12, 13)}
    top = g(center)
    total = mpf(0)
    edges = [edge for edge in sorted(points) if first <= edge <= last]
    for a, b in zip(edges, edges[1:]):
        total += (b - a) / 2 * sum(w * exp(g((a + b) / 2 + (b - a) / 2 * x) - top) for x, w in RULE)
    return total * exp(top)


def noncentral_t(t, nu, delta):
    return noncentral_t_lower(t, nu, delta), noncentral_t_lower(-t, nu, -delta)


def incomplete_gamma(a, y):
    scale = exp(a * log(y) - y - loggamma(a))
    if y < a + 1:
        term = total = 1 / a
        k = 1
        while term > total * mpf(10) ** -50:
            term *= y / (a + k)
            total += term
            k += 1
        return scale * total, 1 - scale * total
    b = y + 1 - a
    d = h = 1 / b
    c = mpf(10) ** 100
    i = 1
    while True:
        b += 2
        d = 1 / (b - i * (i - a) * d)
        c = b - i * (i - a) / c
        h *= c * d
        if abs(c * d - 1) < mpf(10) ** -48:
            return 1 - scale * h, scale * h
        i += 1


def noncentral_chi_squared(x, nu, noncentrality):
    a, m, y = nu / 2, noncentrality / 2, x / 2
    if m == 0:
        return incomplete_gamma(a, y)
    last = int(m + 60 * sqrt(m) + 2 * sqrt(m * y) + 400)
    # Upper tail: Q(a + j + 1) = Q(a + j) + y^(a + j) e^-y / Gamma(a + j + 1), all positive.
    tail = incomplete_gamma(a, y)[1]
    step = exp(a * log(y) - y - loggamma(a + 1))
    weight = exp(-m)
    upper = mpf(0)
    for j in range(last + 1):
        upper += weight * tail
        tail += step
        step *= y / (a + j + 1)
        weight *= m / (j + 1)
    # Lower tail: the same recurrence downwards.
    top = a + last
    term = total = mpf(1)
    k = 1
    while term > total * mpf(10) ** -50:
        term *= y / (top + k)
        total += term
        k += 1
    step = exp(top * log(y) - y - loggamma(top + 1))
    tail = step * total
    weight = exp(-m + last * log(m) - loggamma(mpf(last) + 1))
    lower = mpf(0)
    for j in range(last, -1, -1):
        lower += weight * tail
        step *= (a + j) / y
        tail += step
        weight *= j / m
    return lower, upper


def range_tails(w, k):
    """Both tails of the range of k normals; the larger k, the narrower the integrand."""
    h = mpf(1) / (12 if k < 20 else 20)
    lower = upper = mpf(0)
    for i in range(int(-13 / h), int((w + 13) / h)):
        z = i * h
        below, apart = upper_normal(-z), upper_normal(w - z)
        power = below ** (k - 1)
        lower += density(z) * (upper_normal(z - w) - upper_normal(z)) ** (k - 1)
        upper -= density(z) * power * expm1((k - 1) * log1p(-apart / below))
    return k * h * lower, k * h * upper


def studentized_range(q, k, nu):
    if nu == mp.inf:
        return range_tails(q, k)
    h = mpf(1) / (20 if nu < 20 else 100)
    lower = upper = mpf(0)
    for i in range(int(-55 / nu / h) if nu < 20 else int(-3 / h), int(3 / h)):
        u = i * h
        weight = exp(scale_log_density(u, nu))
        if weight < mpf(10) ** -45:
            continue
        below, above = range_tails(q * exp(u), k)
        lower += weight * below
        upper += weight * above
    return h * lower, h * upper


def spread(nu, delta, zs):
    return [float("%.6g" % (delta + z * (1 + delta * delta / (2 * nu)) ** 0.5)) for z in zs]


T_ROWS = [(t, nu, delta) for nu in (1, 2, 3.5, 10, 30, 200, 1e4, 1e6) for delta in (0, 0.3, -1.5, 4, 20, -37, 300, 1e4)
          for t in spread(nu, delta, (-7, -2, 0.4, 3)) + [-3.0, 50.0]][::3]
CHI_ROWS = [(float("%.7g" % x), nu, lam) for nu in (0.1, 0.5, 1, 3.5, 50, 1000, 1e6)
            for lam in (0, 1e-6, 0.1, 3, 40, 700, 1e4)
            for x in [nu + lam + z * (2 * (nu + 2 * lam)) ** 0.5 for z in (-10, -4, -1.5, 0.05, 1, 3, 15)]
            + [1e-4 * (nu + lam)] if x > 0][::2]
RANGE_ROWS = [(1, 3, 2), (0.05, 3, 4), (2, 5, 6), (20, 10, 6), (4, 10, 9), (15, 50, 5), (6.5, 50, 30), (3.5, 3, 30),
              (0.5, 3, 30), (9, 5, 100), (12, 4, mp.inf), (0.2, 6, mp.inf), (4, 50, mp.inf)]


def rows(law, arguments):
    result = []
    for first, second, third in arguments:
        lower, upper = law(number(first), second if law is studentized_range else number(second), number(third))
        if abs(lower + upper - 1) > mpf(10) ** -21:
            raise ArithmeticError(f"{law.__name__}{first, second, third}: {nstr(lower + upper - 1, 5)}")
        result.append([repr(float(first)), repr(float(second)), repr(float(third)), nstr(lower, 20), nstr(upper, 20)])
    return result


if __name__ == "__main__":
    document = {
        "made by": "noncentral.py, mpmath " + __import__("mpmath").__version__,
        "noncentralT": rows(noncentral_t, T_ROWS),
        "noncentralChiSquared": rows(noncentral_chi_squared, CHI_ROWS),
        "studentizedRange": rows(studentized_range, RANGE_ROWS),
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(document, indent=1).replace(',\n   "', ', "').replace('[\n   "', '["').replace('"\n  ]', '"]') + "\n")
