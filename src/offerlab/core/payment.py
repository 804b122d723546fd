"""A one-off payment of a letter, with what a leaver owes back of it."""

from __future__ import annotations

from typing import NamedTuple


class ClawbackStep(NamedTuple):
    """What is owed back until a number of months has been served.

    A prorated step runs down over its own months; any other owes `share` of the
    payment.
    """

    until_month: int
    share: float = 1.0
    prorated: bool = False


class Payment(NamedTuple):
    """A one-off payment in a month of employment, with what a leaver owes back.

    Attributes
    ----------
    clawback_months : int or None
        Months to serve; 0: nothing is owed back; None: the letter does not say.
    clawback : str or None
        ``prorated`` or ``all-or-nothing``.
    clawback_from : int, str or None
        From when service counts: ``start``, ``payment`` or a month of employment,
        which may be before the first day.
    clawback_steps : tuple of ClawbackStep
        In order of their months, in place of the two above.
    reimbursed : bool
        A cost that is paid back, and no pay.
    """

    amount: float
    basis: str
    paid_month: int = 1
    clawback_months: int | None = None
    clawback: str | None = None
    grossed_up: bool | None = None
    clawback_from: int | str | None = None
    clawback_steps: tuple[ClawbackStep, ...] = ()
    reimbursed: bool = False

    @property
    def served_from(self) -> int:
        """Month of employment from which the months served count.

        Where the letter does not say: the first day for a payment at the start
        (month 0 or 1), and the month of the payment for a later one.
        """
        if isinstance(self.clawback_from, int):
            return self.clawback_from
        at_start = self.paid_month <= 1 and self.clawback_from is None
        if at_start or self.clawback_from == "start":
            return 0
        return self.paid_month

    @property
    def can_be_owed(self) -> bool:
        """Whether somebody who leaves early may owe any of it."""
        return bool(self.clawback_steps or self.clawback_months)

    @property
    def last_owed_month(self) -> int:
        """Last month whose leavers owe any of it; before the start if none do."""
        steps = [step.until_month for step in self.clawback_steps]
        term = max(steps, default=self.clawback_months or 0)
        return self.served_from + term - 1 if term else -1
