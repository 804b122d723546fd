"""The binomial and beta distributions, as far as exact intervals need them.

The continued fraction of the incomplete beta function (Lentz's method) in plain
Python: loading scipy would take longer than every answer that needs it.
"""

from __future__ import annotations

import math

_TINY = 1e-300
_EPSILON = 1e-15


def beta_cdf(x: float, a: float, b: float) -> float:
    """Regularized incomplete beta function.

    Examples
    --------
    >>> round(beta_cdf(0.5, 2, 2), 12)
    0.5
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )  # fmt: skip
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 100_000):
        for top in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _apart(1 + top * d)
            c = _apart(1 + top / c)
            value *= c * d
        if abs(c * d - 1) < _EPSILON:
            break
    return value


def _apart(value: float) -> float:
    """The value, kept away from zero."""
    return value if abs(value) > _TINY else _TINY


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Inverse of `beta_cdf`, by halving."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def binomial_cdf(k: int, count: int, part: float) -> float:
    """Chance of at most `k` of `count` at a chance of `part` each."""
    if k < 0 or k >= count:
        return 0.0 if k < 0 else 1.0
    return beta_cdf(1 - part, count - k, k + 1)
