"""Files of comps, what others are paid: any shape that people have, one table."""

from offerlab.ingest.comps.comp import Comp, Comps
from offerlab.ingest.comps.reader import read_comps

__all__ = ["Comp", "Comps", "read_comps"]
