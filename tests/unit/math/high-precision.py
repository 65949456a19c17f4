"""Values of the functions of src/math to 20 digits, computed with 60.

    python3 tests/unit/math/high-precision.py     (writes high-precision.json beside this file; needs mpmath)
"""

import json
import pathlib

import mpmath
from mpmath import mp, mpf

mp.dps = 60
INF = mpf("inf")


def survival(x):
    return mpmath.erfc(x / mpmath.sqrt(2)) / 2


def density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def digits(value):
    return mpmath.nstr(value, 20)


def number(text):
    """The double that JavaScript reads from the same text."""
    return mpf(float(text))


def beta_tails(a, b, x):
    """I_x(a, b) and its complement: DLMF 8.17.8 on the side where the series has the smaller value."""
    with mp.workdps(120):
        if x > a / (a + b):
            upper, lower = beta_tails(b, a, 1 - x)
            return lower, upper
        scale = x**a * (1 - x) ** b / (a * mpmath.beta(a, b))
        lower = scale * mpmath.hyp2f1(1, a + b, a + 1, x, maxterms=10**6)
        return lower, 1 - lower


def interval(a, b):
    low, high = number(a), number(b)
    with mp.workdps(1200):  # differences of tails 40 sd away, and of ends 1e-12 apart
        low_tail = 0 if high == INF else survival(high)
        probability = (1 if low == -INF else survival(low)) - low_tail
        hazards = [0 if abs(end) == INF else density(end) / probability for end in (low, high)]
        return [a, b, digits(mpmath.log(probability)), *map(digits, hazards)]


STRADDLING = [["-1", "2"], ["-0.3", "0.1"], ["-5e-9", "5e-9"], ["-1e-8", "3e-8"], ["0", "1e-8"], ["-1e-8", "0"],
              ["-3", "8"], ["-40", "40"], ["-inf", "1.5"], ["-0.5", "inf"], ["-inf", "inf"]]
ONE_SIDE = [["1", "2"], ["-2", "-1"], ["0.1", "0.6"], ["5", "6"], ["-6", "-5"], ["2", "2.001"], ["39", "40"],
            ["40", "41"], ["-41", "-40"], ["40", "inf"], ["-inf", "-40"], ["8", "inf"], ["0.01", "inf"],
            ["200", "201"], ["3", "3.000001"], ["40", "40.001"], ["-1e-3", "-1e-9"]]

found = {
    "normalInterval": {
        "straddling": [interval(*ends) for ends in STRADDLING],
        "oneSide": [interval(*ends) for ends in ONE_SIDE],
    },
    "millsRatio": [[x, digits(survival(number(x)) / density(number(x)))] for x in
                   ["0", "1e-8", "0.3", "0.67448975", "0.6744898", "1", "2.5", "5.65", "5.66", "10", "40", "1000", "1e6"]],
    "normalSurvival": [[x, digits(survival(number(x)))] for x in
                       ["-8", "-1", "-1e-9", "0", "1e-9", "0.5", "1", "5", "10", "20", "37"]],
    "normalLogCdf": [[x, digits(mpmath.log(survival(-number(x))))] for x in
                     ["-1000", "-40", "-38.5", "-10", "-1", "-0.1", "0", "0.1", "1", "5", "8"]],
    "stirlingError": [[x, digits(mpmath.loggamma(number(x) + 1) - (number(x) + mpf(1) / 2) * mpmath.log(number(x))
                                 + number(x) - mpmath.log(mpmath.sqrt(2 * mpmath.pi)))] for x in
                      ["1e-6", "0.01", "0.5", "1", "2.5", "7", "15", "15.99", "16", "100", "1e5"]],
    "devianceTerm": [[x, m, digits(number(x) * mpmath.log(number(x) / number(m)) + number(m) - number(x))] for x, m in
                     [("1", "2"), ("5", "5.000001"), ("5", "4.9"), ("1e-3", "10"), ("100", "1"), ("1e6", "1000001"),
                      ("0.5", "0.6")]],
    "incompleteBeta": [[a, b, x, *map(digits, beta_tails(number(a), number(b), number(x)))] for a, b, x in
                       [("1", "1", "0.25"), ("0.5", "0.5", "0.3"), ("2", "3", "0.5"), ("0.5", "20", "0.01"),
                        ("30", "0.5", "0.9"), ("100", "100", "0.5"), ("1000", "1200", "0.4"), ("0.01", "0.02", "0.7"),
                        ("1e5", "1e5", "0.501"), ("3", "1e-3", "0.99"), ("5", "2", "1e-20"), ("18", "5", "0.999999")]],
}


def student_survival(t, n):
    t, n = number(t), number(n)
    return beta_tails(n / 2, mpf(1) / 2, n / (n + t * t))[0] / 2


found["studentTSurvival"] = [[t, n, digits(student_survival(t, n))] for t, n in
                             [("0.1", "1"), ("1", "1"), ("2.5", "2.7"), ("40", "3"), ("1e8", "1"), ("12.7", "5"),
                              ("3", "1e6"), ("0.001", "0.3"), ("1e30", "0.5"), ("6", "1e9")]]

here = pathlib.Path(__file__)
text = json.dumps({"meta": {"script": "tests/unit/math/high-precision.py", "mpmath": mpmath.__version__}, **found})
here.with_suffix(".json").write_text(text.replace("]], ", "]],\n").replace("], [", "],\n [") + "\n")
