"""The public names, each listed once: for type checkers, and for ``__init__.py``.

A new public name is one line here.
"""

from offerlab import ocf as ocf
from offerlab.core.ask import Ask as Ask
from offerlab.core.assumption import Assumptions as Assumptions
from offerlab.core.offer import Offer as Offer
from offerlab.core.problem import Problem as Problem
from offerlab.core.schedule import VestingSchedule as VestingSchedule
from offerlab.core.schedule import even_schedule as even_schedule
from offerlab.core.schedule import yearly_schedule as yearly_schedule
from offerlab.core.terms import VestingTerms as VestingTerms
from offerlab.core.timetable import Tranche as Tranche
from offerlab.core.vesting import tranches as tranches
from offerlab.errors import OfferlabError as OfferlabError
from offerlab.ingest.assumptions import read_assumptions as read_assumptions
from offerlab.ingest.benchmarks import read_benchmark as read_benchmark
from offerlab.ingest.catalogue import Catalogue as Catalogue
from offerlab.ingest.comps import read_comps as read_comps
from offerlab.ingest.letter.file import letter_file as letter_file
from offerlab.ingest.letter.reading import Reading as Reading
from offerlab.ingest.letter.reading import read_letter as read_letter
from offerlab.ingest.letter.source import read_source as read_source
from offerlab.ingest.offer_text import offer_text as offer_text
from offerlab.ingest.offers import read_offers as read_offers
from offerlab.letters.context import Occasion as Occasion
from offerlab.letters.context import Words as Words
from offerlab.letters.context import letter_facts as letter_facts
from offerlab.letters.letter import write_letter as write_letter
from offerlab.letters.template import read_template as read_template
from offerlab.market.evidence import market_evidence as market_evidence
from offerlab.market.files import Question as Question
from offerlab.market.files import ask_files as ask_files
from offerlab.market.lookup import ask_shipped as ask_shipped
from offerlab.model.comparison import compare as compare
from offerlab.model.explanation import explain as explain
from offerlab.model.ledger import Ledger as Ledger
from offerlab.model.ledger import Line as Line
from offerlab.model.offer_ledger import build_ledger as build_ledger
from offerlab.model.question import questions as questions
from offerlab.model.totals import present_value as present_value
from offerlab.model.totals import summarize as summarize
from offerlab.model.verdict import assess as assess
from offerlab.model.vesting_table import VestingTable as VestingTable
from offerlab.model.vesting_table import vesting_table as vesting_table
from offerlab.model.walkaway import Walkaway as Walkaway
from offerlab.model.walkaway import walkaway as walkaway
from offerlab.negotiate.gather import gather_situation as gather_situation
from offerlab.negotiate.plan import make_plan as make_plan
from offerlab.plots.compare import plot_compare as plot_compare
from offerlab.plots.cumulative import plot_cumulative as plot_cumulative
from offerlab.plots.market import plot_market as plot_market
from offerlab.plots.total import plot_total as plot_total
from offerlab.plots.vesting import plot_vesting as plot_vesting
from offerlab.plots.walkaway import plot_walkaway as plot_walkaway
from offerlab.resources import Library as Library

__version__: str
