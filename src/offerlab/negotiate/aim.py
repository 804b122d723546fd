"""The aim of a counter of base: target, first ask, and the bound that held it."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from offerlab.negotiate.standard import RANGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offerlab.negotiate.standard import Standard


class Aim(NamedTuple):
    """What to aim for, a year, and what to ask for first.

    Attributes
    ----------
    target, ask, cap : float
        `target` <= `ask` <= `cap`.
    bound : str
        What held the ask.
    far_below : bool
        The offer is below the evidence's P25: one ask, and be ready to decline.
    """

    target: float
    ask: float
    cap: float
    bound: str
    far_below: bool


def step_of(amount: float) -> float:
    """Steps in which asks are rounded: 500 below 200,000, else 1,000 and more.

    Examples
    --------
    >>> step_of(138_000), step_of(240_000), step_of(2_500_000)
    (500, 1000.0, 10000.0)
    """
    if amount < 200_000:
        return 500
    return max(1000.0, 10.0 ** (floor(log10(amount)) - 2))


def base_aim(
    offered: float,
    standard: Standard | None,
    posted_top: float | None,
    rival: float | None,
    band: str,
    constants: Mapping[str, float],
) -> Aim | None:
    """Aim for a base; None where nothing says that more is right.

    Parameters
    ----------
    offered : float
    standard : Standard or None
    posted_top : float or None
        Top of the employer's own range.
    rival : float or None
        Highest base in hand. One that is not above the offer changes nothing.
    band : {'small', 'usual', 'strong'}
        Leverage.
    constants : mapping
        As `read_constants` gives them.
    """
    higher = rival is not None and rival > offered
    if standard is None and not higher:
        return None
    step = step_of(offered)
    held = ceil(rival / step) * step if higher and rival is not None else None
    far = standard is not None and offered < standard.low
    cap, bound = _cap(offered, standard, posted_top, held, constants)
    target = held or 0.0
    if standard is not None:
        part = constants[f"{band}_part"]
        target = standard.middle + part * (standard.high - standard.middle)
    target = min(target, cap)
    floor_ = 0.0
    if held is not None:
        floor_ = held if posted_top is None else min(held, max(posted_top, offered))
    target = max(_rounded(target, step), floor_)
    ask = target if far else constants["anchor_times"] * max(target, offered)
    if ask >= cap:
        ask = cap
    else:
        bound = "the target" if far else "the first ask over the target"
    return Aim(target, max(_rounded(ask, step), target, floor_), cap, bound, far)


def _cap(
    offered: float,
    standard: Standard | None,
    posted_top: float | None,
    held: float | None,
    constants: Mapping[str, float],
) -> tuple[float, str]:
    times = constants["strong_times" if held else "usual_times"]
    bounds = [(offered * times, f"{times:g} times the offer")]
    if standard is not None and offered < standard.low:
        named = RANGES.get(standard.kind)
        words = f"the middle of the {named}" if named else "the evidence's P50"
        bounds = [(standard.middle, words)]
    elif standard is not None and standard.kind != "posted":
        named = RANGES.get(standard.kind)
        words = f"the top of the {named}" if named else "the evidence's P75"
        bounds.append((standard.high, words))
    if posted_top is not None:
        bounds.append((max(posted_top, offered), "the top of the posted range"))
    cap, bound = min(bounds, key=lambda each: each[0])
    if held is not None and held > cap:
        return held, "the offer in hand"
    return cap, bound


def _rounded(amount: float, step: float) -> float:
    return floor(amount / step) * step
