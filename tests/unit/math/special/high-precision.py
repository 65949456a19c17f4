"""Values of src/math/special and of the distributions built on it to 20 digits, computed with 60.

    python3 tests/unit/math/special/high-precision.py     (writes high-precision.json beside this file; needs mpmath)

The tails are summed on the side of the mean where every term of the series is positive, or taken from the continued
fractions of DLMF 8.9.2 and 8.17.22 where that series is long: neither is the method of src/math/special.
"""

import itertools
import json
import math
import pathlib

import mpmath
from mpmath import mp, mpf

mp.dps = 60
TINY = mpf(10) ** -55


def digits(value):
    return mpmath.nstr(value, 20)


def fraction(terms, first):
    """b0 + a1/(b1 + a2/(b2 + …)) by the modified Lentz method; `terms` yields the pairs (a, b)."""
    value = c = first
    d = mpf(0)
    for a, b in terms:
        d = 1 / (b + a * d)
        c = b + a / c
        value *= c * d
        if abs(c * d - 1) < TINY:
            return value


def gamma_tails(a, x):
    a, x = mpf(a), mpf(x)
    density = mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a))
    if x < a + 2 or x < 3:
        term = total = 1 / a
        n = a
        while term > total * TINY:
            n += 1
            term *= x / n
            total += term
        return density * total, 1 - density * total
    terms = ((n * (a - n), x + 1 - a + 2 * n) for n in itertools.count(1))
    upper = density / fraction(terms, x + 1 - a)
    return 1 - upper, upper


def lower_beta(a, b, x, y):
    prefactor = mpmath.exp(a * mpmath.log(x) + b * mpmath.log(y) - mpmath.log(a)
                           - mpmath.loggamma(a) - mpmath.loggamma(b) + mpmath.loggamma(a + b))
    term = total = mpf(1)
    for n in range(40_000):
        ratio = (a + b + n) / (a + 1 + n) * x
        term *= ratio
        total += term
        if term < total * TINY and ratio < mpf("0.999"):
            return prefactor * total

    def terms():
        for m in itertools.count(0):
            yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), mpf(1)
            yield (m + 1) * (b - m - 1) * x / ((a + 2 * m + 1) * (a + 2 * m + 2)), mpf(1)

    return prefactor / fraction(terms(), mpf(1))


def beta_tails(a, b, x, y=None):
    a, b, x = mpf(a), mpf(b), mpf(x)
    y = 1 - x if y is None else y
    if x <= a / (a + b):
        lower = lower_beta(a, b, x, y)
        return lower, 1 - lower
    upper = lower_beta(b, a, y, x)
    return 1 - upper, upper


def tail_row(inputs, tails):
    """Inputs, both tails and their logarithms; nothing where the smaller one underflows in a double."""
    lower, upper = tails
    small = min(lower, upper)
    if small < mpf(10) ** -300:
        return None
    log_small, log_large = mpmath.log(small), mpmath.log1p(-small)
    logs = (log_small, log_large) if lower < upper else (log_large, log_small)
    return [*map(repr, inputs), *map(digits, [*tails, *logs])]


def gamma_rows():
    for a in [1e-3, 0.01, 0.1, 0.5, 0.9, 1.0, 1.5, 3.0, 10.0, 19.9, 20.0, 50.0, 300.0, 1e4, 1e6, 1e8]:
        near = [a + z * math.sqrt(a) for z in (-6, -2, -0.5, 0, 0.5, 2, 6)]
        far = [a * 1e-3, a * 0.3, a * 3] if a < 1000 else []
        for x in near + far + ([1e-200, 1e-30] if a < 2 else []):
            if x > 0:
                yield tail_row([a, float(x)], gamma_tails(a, x))


def beta_rows():
    for a, b in itertools.product([1e-3, 0.3, 1.0, 2.5, 40.0, 1100.0, 1e5, 1e8], repeat=2):
        n = a + b
        sd = math.sqrt(a / n * b / n / (n + 1))
        inner = [a / n + z * sd for z in (-6, -2, 0, 2, 6)]
        outer = [1e-12, 1 - 2.0**-40] if min(a, b) < 100 else []
        for x in inner + outer:
            if 0 < x < 1:
                yield tail_row([a, b, float(x)], beta_tails(a, b, x))


def t_rows():
    for df in [0.01, 0.5, 1.0, 2.0, 4.7, 30.0, 1e3, 1e5, 1e8]:
        for t in [-1e-9, -0.3, -1.0, -2.5, -8.0, -40.0, -1e6, -1e160]:
            square = mpf(t) ** 2
            lower, _ = beta_tails(mpf(df) / 2, mpf(1) / 2, df / (df + square), square / (df + square))
            if lower > mpf(10) ** -300:
                yield [repr(df), repr(t), digits(lower / 2), digits(mpmath.log(lower / 2))]


def f_rows():
    for d1, d2 in itertools.product([0.01, 1.0, 3.5, 100.0, 1e5, 1e8], repeat=2):
        sd = min(1.0, math.sqrt(2 / d1 + 2 / d2))
        for f in [math.exp(z * sd) for z in (-6, -1, 0, 1, 6)] + ([1e-100, 1e100] if min(d1, d2) < 2 else []):
            share = 1 / (1 + d2 / (d1 * mpf(f)))
            row = tail_row([d1, d2, f], beta_tails(mpf(d1) / 2, mpf(d2) / 2, share, d2 / (d1 * mpf(f) + d2)))
            yield row


def one_argument(function, points):
    return [[repr(x), digits(function(mpf(x)))] for x in points]


AROUND = [s * d for d in (1e-15, 1e-9, 1e-4, 0.1, 0.124, 0.126, 0.3) for s in (-1, 1)]
POSITIVE = [1e-300, 1e-20, 1e-3, 0.2, 0.4999, 0.5, 0.7, 1.5, 2.4999, 2.5001, 3.7, 9.99, 10.0, 55.5, 1e4, 1e15, 1e300]
NEGATIVE = [-1e-9, -0.3, -0.5, -0.8, -1.5, -2.2, -7.3, -20.01, -100.7]
PROBABILITY = [1e-300, 1e-20, 1e-9, 0.01, 0.3, 0.5, 0.8, 0.8499, 0.8501, 0.95, 0.999999, 1 - 2.0**-50]
ZERO = float(mpmath.findroot(mpmath.digamma, 1.4616))


def newton(residual, slope, y):
    for _ in range(60):
        y -= residual(y) / slope(y)
    return y


def inverse_erf(x):
    slope = lambda y: 2 / mpmath.sqrt(mp.pi) * mpmath.exp(-y * y)
    return newton(lambda y: mpmath.erf(y) - x, slope, mpf(0) if x < 0.5 else mpf("0.5"))


def inverse_erfc(x):
    """Newton's method on the logarithm, which is concave."""
    slope = lambda y: -2 / mpmath.sqrt(mp.pi) * mpmath.exp(-y * y) / mpmath.erfc(y)
    return newton(lambda y: mpmath.log(mpmath.erfc(y)) - mpmath.log(x), slope, mpf(0))


def differences():
    for a, b in itertools.product([1e-3, 0.3, 1.46, 4.0, 9.99, 10.0, 1e3, 1e8, 1e15], [1e-8, 1e-3, 0.5, 1.0]):
        yield [repr(a), repr(b), digits(mpmath.loggamma(mpf(a) + mpf(b)) - mpmath.loggamma(mpf(a)))]


def stirling_error(x):
    return mpmath.loggamma(x + 1) - (x + mpf(1) / 2) * mpmath.log(x) + x - mpmath.log(2 * mp.pi) / 2


def log_gamma(x):
    return mpmath.loggamma(x).real


found = {
    "logGamma": one_argument(log_gamma, [n + d for n in (1, 2) for d in AROUND] + POSITIVE + NEGATIVE),
    "digamma": one_argument(mpmath.digamma, [ZERO + d for d in AROUND] + POSITIVE + NEGATIVE),
    "trigamma": one_argument(lambda x: mpmath.psi(1, x), POSITIVE[2:-1] + NEGATIVE),
    "erf": one_argument(mpmath.erf, [1e-300, 1e-9, 0.1, 0.4769, 0.4770, 0.6, 1.0, 2.0, 5.0, -0.2, -3.0]),
    "erfc": one_argument(mpmath.erfc, [-4.0, -0.5, -0.1, 0.1, 0.4769, 0.4770, 1.0, 3.9, 4.1, 10.0, 26.5]),
    "erfcx": one_argument(lambda x: mpmath.exp(x * x) * mpmath.erfc(x), [-20.0, -1.0, 0.0, 0.3, 1.0, 4.0, 10.0, 100.0]),
    "erfinv": one_argument(inverse_erf, PROBABILITY),
    "erfcinv": one_argument(inverse_erfc, PROBABILITY[:-2] + [1.2, 1.9, 2 - 2.0**-40]),
    "logGammaDifference": list(differences()),
    "stirlingError": one_argument(stirling_error, [1e-3, 0.3, 0.5, 1.0, 1.7, 4.0, 7.25, 9.5, 9.99, 10.0, 11.0, 1e3, 1e9]),
    "incompleteGamma": [row for row in gamma_rows() if row],
    "incompleteBeta": [row for row in beta_rows() if row],
    "studentT": list(t_rows()),
    "fDistribution": [row for row in f_rows() if row],
}
path = pathlib.Path(__file__).with_name("high-precision.json")
lines = [f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in found.items()]
path.write_text("{\n" + ",\n".join(lines) + "\n}\n")
print({name: len(rows) for name, rows in found.items()})
