"""Values of src/math/special and of the distributions built on it to 20 digits, computed with 60.

    python3 tests/unit/math/special/high-precision.py     (writes high-precision.json beside this file; needs mpmath)

The tails are summed on the side of the mean where every term of the series is positive, taken from the continued
fractions of DLMF 8.9.2 and 8.17.22 where that series is long, and integrated where parameters are huge: none of these
is the method of src/math/special.
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


def log_beta(a, b):
    with mp.workdps(700):  # differences of numbers of 1e303
        return mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(mpf(a) + mpf(b))


def lower_beta(a, b, x, y):
    prefactor = mpmath.exp(a * mpmath.log(x) + b * mpmath.log(y) - mpmath.log(a) - log_beta(a, b))
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


def integrated_tails(log_density, x, standard_deviation):
    """Both tails of a peaked density, by Gauss-Legendre quadrature over 30 standard deviations of the smaller one."""
    def integral(sign):
        ends = [x + sign * 30 * standard_deviation * mpf(i) / 20 for i in range(21)]
        return abs(mpmath.quad(lambda t: mpmath.exp(log_density(t)), ends))
    lower, upper = integral(-1), integral(1)
    return (lower, 1 - lower) if lower < upper else (1 - upper, upper)


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
    for a, x in itertools.product([1e-30, 1e-10], [1e-300, 1e-5, 0.7, 1.4999, 1.5001, 30.0, 600.0]):
        yield tail_row([a, x], gamma_tails(a, x))
    for a, z in itertools.product([1e10, 1e13], (-6, -2, 0, 0.5, 6)):
        x = float(a + z * math.sqrt(a))
        density = lambda t, c=mpmath.loggamma(a): (a - 1) * mpmath.log(t) - t - c
        yield tail_row([a, x], integrated_tails(density, mpf(x), math.sqrt(a)))


def beta_rows():
    for a, b in itertools.product([1e-3, 0.3, 1.0, 2.5, 40.0, 1100.0, 1e5, 1e8], repeat=2):
        n = a + b
        sd = math.sqrt(a / n * b / n / (n + 1))
        inner = [a / n + z * sd for z in (-6, -2, 0, 2, 6)]
        outer = [1e-12, 1 - 2.0**-40] if min(a, b) < 100 else []
        for x in inner + outer:
            if 0 < x < 1:
                yield tail_row([a, b, float(x)], beta_tails(a, b, x))
    for a, b in [(1e-10, 1e-10), (1e-30, 0.5), (1e-10, 3.0), (7.0, 1e-10), (1e-10, 1e4)]:
        for x in [1e-300, 1e-5, 0.3, 0.7, 1 - 2.0**-40]:
            yield tail_row([a, b, x], beta_tails(a, b, x))
    for a, b in [(1e10, 1e10), (1e13, 1e9)]:
        sd = math.sqrt(a / (a + b) * b / (a + b) / (a + b))
        density = lambda t, c=log_beta(a, b): (a - 1) * mpmath.log(t) + (b - 1) * mpmath.log1p(-t) - c
        for x in [float(a / (a + b) + z * sd) for z in (-6, -1, 0, 2, 6)]:
            yield tail_row([a, b, x], integrated_tails(density, mpf(x), sd))


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
            yield tail_row([d1, d2, f], beta_tails(mpf(d1) / 2, mpf(d2) / 2, share, d2 / (d1 * mpf(f) + d2)))


def one_argument(function, points):
    return [[repr(x), digits(function(mpf(x)))] for x in points]


AROUND = [s * d for d in (1e-15, 1e-9, 1e-4, 0.1, 0.124, 0.126, 0.3) for s in (-1, 1)]
AROUND_1_2 = [n + d for n in (1, 2) for d in AROUND]
POSITIVE = [1e-300, 1e-20, 1e-3, 0.2, 0.4999, 0.5, 0.7, 1.5, 2.4999, 2.5001, 3.7, 9.99, 10.0, 55.5, 1e4, 1e15, 1e300]
NEGATIVE = [-1e-9, -0.3, -0.5, -0.8, -1.5, -2.2, -7.3, -20.01, -100.7, -0.504, -12345.678]
PROBABILITY = [1e-300, 1e-20, 1e-9, 0.01, 0.3, 0.5, 0.8, 0.8499, 0.8501, 0.95, 0.999999, 1 - 2.0**-50]
DIFFERENCE = [1e-3, 0.3, 1.46, 4.0, 9.99, 10.0, 1e3, 1e8, 1e15]
STIRLING = [1e-6, 1e-3, 0.3, 0.5, 1.0, 1.7, 4.0, 7.25, 9.5, 9.99, 10.0, 11.0, 15.99, 1e3, 1e9]
BETA = [1e-300, 1e-10, 0.3, 1.0, 2.5, 40.0, 1e6, 1e300]
DEVIANCE = [(1.0, 2.0), (5.0, 5.000001), (5.0, 4.9), (1e-3, 10.0), (100.0, 1.0), (1e6, 1000001.0), (0.5, 0.6),
            (5e9, 1e-300), (1e-300, 1e10)]
MILLS = [0.0, 1e-8, 0.3, 0.67448975, 0.6744898, 1.0, 2.5, 5.65, 5.66, 10.0, 40.0, 1000.0, 1e6]
SCALED = [-20.0, -1.0, 0.0, 0.3, 1.0, 4.0, 10.0, 100.0, 1e10]
POINTS = [-1000.0, -40.0, -38.5, -10.0, -8.0, -1.0, -0.1, -1e-9, 0.0, 1e-9, 0.1, 0.5, 1.0, 5.0, 8.0, 10.0, 20.0, 37.0]
INF = math.inf
INTERVALS = [(-1.0, 2.0), (-0.3, 0.1), (-5e-9, 5e-9), (-1e-8, 3e-8), (0.0, 1e-8), (-1e-8, 0.0), (-3.0, 8.0),
             (-40.0, 40.0), (-INF, 1.5), (-0.5, INF), (-INF, INF), (1.0, 2.0), (-2.0, -1.0), (0.1, 0.6), (5.0, 6.0),
             (-6.0, -5.0), (2.0, 2.001), (39.0, 40.0), (40.0, 41.0), (-41.0, -40.0), (40.0, INF), (-INF, -40.0),
             (8.0, INF), (0.01, INF), (200.0, 201.0), (3.0, 3.000001), (40.0, 40.001), (-1e-3, -1e-9)]
ZERO = float(mpmath.findroot(mpmath.digamma, 1.4616))


def newton(residual, slope, y):
    for _ in range(60):
        y -= residual(y) / slope(y)
    return y


def inverse_erf(x):
    slope = lambda y: 2 / mpmath.sqrt(mp.pi) * mpmath.exp(-y * y)
    return newton(lambda y: mpmath.erf(y) - x, slope, mpf(0) if x < 0.5 else mpf("0.5"))


def inverse_erfc(x):
    slope = lambda y: -2 / mpmath.sqrt(mp.pi) * mpmath.exp(-y * y) / mpmath.erfc(y)
    return newton(lambda y: mpmath.log(mpmath.erfc(y)) - mpmath.log(x), slope, mpf(0))


def survival(x):
    return mpmath.erfc(x / mpmath.sqrt(2)) / 2


def log_cdf(x):
    return mpmath.log(survival(-x)) if x < 0 else mpmath.log1p(-survival(x))


def density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def interval(low, high):
    with mp.workdps(1200):  # differences of tails 40 sd away, and of ends 1e-12 apart
        tails = [mpf(end < 0) if math.isinf(end) else survival(mpf(end)) for end in (low, high)]
        probability = tails[0] - tails[1]
        hazards = [0 if math.isinf(end) else density(mpf(end)) / probability for end in (low, high)]
        return [repr(low), repr(high), digits(mpmath.log(probability)), *map(digits, hazards)]


def stirling_error(x):
    return mpmath.loggamma(x + 1) - (x + mpf(1) / 2) * mpmath.log(x) + x - mpmath.log(2 * mp.pi) / 2


found = {
    "meta": [["mpmath", mpmath.__version__]],
    "logGamma": one_argument(lambda x: mpmath.loggamma(x).real, AROUND_1_2 + POSITIVE + NEGATIVE),
    "digamma": one_argument(mpmath.digamma, [ZERO + d for d in AROUND] + POSITIVE + NEGATIVE),
    "trigamma": one_argument(lambda x: mpmath.psi(1, x), POSITIVE[2:-1] + NEGATIVE),
    "erf": one_argument(mpmath.erf, [1e-300, 1e-9, 0.1, 0.4769, 0.4770, 0.6, 1.0, 2.0, 5.0, -0.2, -3.0]),
    "erfc": one_argument(mpmath.erfc, [-4.0, -0.5, -0.1, 0.1, 0.4769, 0.4770, 1.0, 3.9, 4.1, 10.0, 26.5]),
    "erfcx": one_argument(lambda x: mpmath.exp(x * x) * mpmath.erfc(x), SCALED),
    "erfinv": one_argument(inverse_erf, PROBABILITY),
    "erfcinv": one_argument(inverse_erfc, PROBABILITY + [1.2, 1.9, 2 - 2.0**-40]),
    "logGammaDifference": [[repr(a), repr(b), digits(mpmath.loggamma(mpf(a) + b) - mpmath.loggamma(a))]
                           for a, b in itertools.product(DIFFERENCE, [1e-8, 1e-3, 0.5, 1.0])],
    "stirlingError": one_argument(stirling_error, STIRLING),
    "logBeta": [[repr(a), repr(b), digits(log_beta(a, b))] for a, b in itertools.product(BETA, repeat=2)],
    "devianceTerm": [[repr(x), repr(m), digits(x * mpmath.log(mpf(x) / m) + (mpf(m) - x))] for x, m in DEVIANCE],
    "millsRatio": one_argument(lambda x: survival(x) / density(x), MILLS),
    "normalSurvival": one_argument(survival, POINTS),
    "normalLogCdf": one_argument(log_cdf, POINTS),
    "normalQuantile": one_argument(lambda p: -mpmath.sqrt(2) * inverse_erfc(2 * p), PROBABILITY),
    "normalInterval": [interval(*ends) for ends in INTERVALS],
    "incompleteGamma": [row for row in gamma_rows() if row],
    "incompleteBeta": [row for row in beta_rows() if row],
    "studentT": list(t_rows()),
    "fDistribution": [row for row in f_rows() if row],
}
path = pathlib.Path(__file__).with_name("high-precision.json")
lines = [f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in found.items()]
path.write_text("{\n" + ",\n".join(lines) + "\n}\n")
