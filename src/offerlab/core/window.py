"""How long vested options can be exercised after leaving."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.month import add_months

if TYPE_CHECKING:
    from datetime import date


class ExerciseWindow(NamedTuple):
    """Months or days after leaving, for somebody who has served `after_months`."""

    months: int | None = None
    days: int | None = None
    after_months: int = 0

    def closes(self, left: date) -> date:
        """Last day of the window of somebody who left on a day."""
        if self.days is not None:
            return left + timedelta(days=self.days)
        return add_months(left, self.months or 0)

    @property
    def wording(self) -> str:
        """The window as a letter says it: ``90 days``, ``10 years``."""
        if self.days is not None:
            number, unit = self.days, "day"
        elif self.months and self.months >= 24 and self.months % 12 == 0:
            number, unit = self.months // 12, "year"
        else:
            number, unit = self.months or 0, "month"
        return f"{number} {unit}{'' if number == 1 else 's'}"
