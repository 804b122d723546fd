"""The interview of ``new``: what is asked, in what order, and what an answer means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from click import echo

from offerlab.cli.question import (
    CASH,
    COMPANY,
    CONVERSION,
    CURRENCY,
    EMAIL,
    END,
    EQUITY,
    JOB,
    OPTIONS,
    PRIVATE,
    PUBLIC,
    SIGN_ON,
    SIZES,
    STAGE,
    STRIKE,
    VESTING,
    WINDOW,
    Question,
    of_grant,
)
from offerlab.cli.transcript import tell
from offerlab.core.visible import visible
from offerlab.ingest.countries import read_countries
from offerlab.ingest.spoken import currency_beside, currency_code, is_money, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from offerlab.cli.letter_answer import LetterAnswer
    from offerlab.cli.transcript import Transcript
    from offerlab.ingest.draft import Draft

UNKNOWN = ("", "-", "don't know", "dont know", "do not know", "unknown", "skip")


@dataclass(slots=True)
class Interview:
    """Questions go through the transcript, accepted answers into the draft.

    Attributes
    ----------
    told : dict of str to str
        What a letter said and the user kept, by key; it is not asked again.
    currency : str or None
        The user's usual one, which is proposed where the place does not tell.
    """

    draft: Draft
    transcript: Transcript
    today: date
    currency: str | None = None
    told: dict[str, str] = field(default_factory=dict)

    def run(self, read: Sequence[LetterAnswer] = ()) -> None:
        """Ask everything, in the order of an offer letter."""
        if read:
            self._confirm(read)
        self.say("Answer from the letter. Enter alone means: I don't know.")
        self.say("? explains a question, < goes back, Ctrl-C keeps your answers.\n")
        self._ask_all(COMPANY)
        stage = self._ask(STAGE)
        self._ask_all(PUBLIC if stage == "public" else PRIVATE)
        self._ask_all(JOB)
        self._ask_currency()
        if "sign_on.1.amount" in self._ask_all(CASH):
            self._ask_sign_on()
        self._ask_equity()
        if "contacts.1.name" in self._ask_all(END):
            self._ask(EMAIL)
        self._ask_whether_right()

    def say(self, words: str) -> None:
        """Print, where what is asked is not only gone through again."""
        if not self.transcript.is_silent:
            echo(visible(words))

    def tell(self, sentence: str) -> None:
        """The same for a sentence of its own."""
        if not self.transcript.is_silent:
            tell(sentence)

    def _confirm(self, read: Sequence[LetterAnswer]) -> None:
        """Each value of a letter with its sentence: kept, changed, or left out."""
        self.say("From the letter. Enter keeps a value, - leaves it out, ? explains.")
        self.draft.fill({each.key: each.answer for each in read})
        for each in read:
            if each.words is None:
                continue
            question = Question(
                each.key,
                f"{each.key} [{each.answer}]",
                each.words,
                more="The value was read from the sentence above it. Enter keeps it,"
                " another answer takes its place.",
            )
            while True:
                answer = self.transcript.ask(question)
                if not answer:
                    self.told[each.key] = each.answer
                elif answer in UNKNOWN:
                    self.draft.forget(each.key)
                elif (wrong := self._put(each.key, answer)) is None:
                    self.told[each.key] = answer
                else:
                    self.transcript.refuse(f"{wrong}.")
                    continue
                break
        self.say("\nThe rest:")

    def _told(self, wanted: str) -> str | None:
        """What the letter said of a key, in its own form or in one beside it."""
        for key, answer in self.told.items():
            is_part = f"{key}.".startswith(f"{wanted}.")
            is_whole = f"{wanted}.".startswith(f"{key}.")
            if is_part or is_whole or f"{key}_months" == wanted:
                return answer.lower()
        return None

    def _ask_all(self, questions: Sequence[Question]) -> dict[str, str]:
        """Answers that were given, by key."""
        given = {question.key: self._ask(question) for question in questions}
        return {key: answer for key, answer in given.items() if answer is not None}

    def _ask(self, question: Question, proposed: str = "") -> str | None:
        """Ask until an answer is accepted; None for "don't know" and for "none"."""
        told = self._told(question.key)
        if told is not None:
            return None if told == "none" else told
        while True:
            answer = self.transcript.ask(question) or proposed
            if answer.lower() in UNKNOWN:
                if not question.required:
                    return None
                self.transcript.refuse("This one is needed.")
                continue
            if answer in ("0", "none", "no") and question.key.endswith("amount"):
                self._put(question.key.split(".")[0], "none")
                return None
            wrong = self._put(question.key, answer)
            if wrong is None:
                return self.draft.answer(question.key) or answer.lower()
            self.transcript.refuse(f"{wrong}.")

    def _put(self, key: str, answer: str) -> str | None:
        """Put an answer into the draft in the file's words, or say why not."""
        said = spoken(key, answer, self.today)
        wrong = self.draft.try_answer(said.key, said.value)
        owner = "company" if key.startswith("company.") else "equity.1"
        code = currency_beside(answer) if key.startswith(f"{owner}.") else None
        if wrong is not None and code is not None:
            # Stock may be in another money than the pay: its sign says so.
            if self.draft.try_answer(f"{owner}.currency", code) is None:
                wrong = self.draft.try_answer(said.key, said.value)
            if wrong is not None:
                self.draft.forget(f"{owner}.currency")
        if wrong is None and said.value != answer.strip():
            self.say(f"  {said.key}: {said.value}")
        return wrong

    def _ask_currency(self) -> None:
        """Ask for it; the place's currency, else the user's usual, is proposed.

        An amount with a sign answers for it and for the pay; one without takes what is
        proposed.
        """
        if self._told(CURRENCY.key) is not None:
            return
        known = read_countries()
        location = self.draft.answer("location") or ""
        place = known.country_of(location=location)
        # A letter's amounts are read as dollars where it names no other currency.
        anywhere = "base_salary" in self.told or "remote" in location.lower()
        usual = self.currency or ("USD" if anywhere else "")
        proposed = known.currency.get(place) or usual
        words = f"{CURRENCY.ask} [{proposed}]" if proposed else CURRENCY.ask
        question = replace(CURRENCY, ask=words)
        while True:
            answer = self.transcript.ask(question) or proposed
            pay = None if currency_code(answer) else is_money(answer) and answer
            code = (currency_beside(answer) or proposed) if pay else answer
            wrong = self._put(CURRENCY.key, code) if code else "This one is needed"
            if wrong is None:
                break
            self.transcript.refuse(f"{wrong}.")
        self._keep_company_currency()
        if pay and self._put("base_salary", pay) is None:
            self.say(f"  currency: {self.draft.answer(CURRENCY.key)}")
            self.say(f"  base_salary: {pay}")
            self.told["base_salary"] = pay

    def _keep_company_currency(self) -> None:
        """Amounts of the company that were given in another currency stay in it."""
        own = self.draft.answer(CURRENCY.key)
        for key, answer in self.draft.answers():
            code = currency_beside(answer) if key.startswith("company.") else None
            if code is not None and code != own:
                self.draft.try_answer("company.currency", code)

    def _ask_sign_on(self) -> None:
        found = self._ask_all(SIGN_ON)
        if "sign_on.2.amount" in found and "sign_on.2.paid_month" not in self.told:
            self.draft.try_answer("sign_on.2.paid_month", "13")
            self.tell("Taken as month 13, the first of the second year.")

    def _ask_equity(self) -> None:
        """Ask for the first grant; none, unknown, or its kind, size and schedule."""
        if "equity" in self.told:  # none, or unknown
            return
        kind = self.told.get("equity.1.kind") or self._ask_kind()
        if kind is None:
            return
        told = [each for each in SIZES if f"equity.1.{each.key}" in self.told]
        sized = None
        for question in told or SIZES:
            if self._ask(of_grant(question)) is not None:
                sized = question.key
                break
        if sized is None:
            self.tell("Without a size the equity is unknown: a question to ask.")
            self.draft.forget("equity")
            self.draft.try_answer("equity", "unknown")
            return
        if sized == "value":
            self._ask(of_grant(CONVERSION))
        if kind in OPTIONS:
            self._ask(of_grant(STRIKE))
        self._ask(of_grant(VESTING))
        if kind in OPTIONS:
            self._ask(WINDOW)

    def _ask_kind(self) -> str | None:
        """Kind of the first grant; None where there is none, or it is unknown."""
        while True:
            kind = self.transcript.ask(EQUITY).lower()
            if kind in ("none", "0", "no"):
                self.draft.try_answer("equity", "none")
                return None
            if kind in UNKNOWN:
                self.draft.try_answer("equity", "unknown")
                return None
            wrong = self.draft.try_answer("equity.1.kind", kind)
            # A grant of that kind alone lacks a size, which is asked for next.
            if wrong is None or "no size" in wrong:
                return kind
            self.transcript.refuse(f"{wrong}.")

    def _ask_whether_right(self) -> None:
        """Show what will be written, and go on only when it is right."""
        self.say("\nWhat will be written:\n")
        for key, answer in self.draft.answers():
            self.say(f"  {key}: {answer}")
        self.say("")
        if not self.transcript.is_talk:
            return  # nobody is there to confirm answers from a file
        question = Question(
            "right",
            "Write it? Enter writes, < goes back to the last question",
            more="Enter writes the file. To change an answer, go back to it with '<',"
            " or write the file and edit it: it is plain text.",
        )
        while self.transcript.ask(question).lower() not in ("", "y", "yes"):
            self.say("  Enter writes it, < goes back, Ctrl-C keeps your answers.")
