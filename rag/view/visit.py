"""What one visitor has asked and opened."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rag.answering.model import Answer, Status
from rag.letters import Letter
from rag.retrieval.question import Turn
from rag.view.answer import AnswerView, view
from rag.view.place import Place, linked_place
from rag.view.strings import Strings


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A question and what came of it."""

    question: str
    answer: Answer
    view: AnswerView


@dataclass(kw_only=True)
class Visit:
    """A conversation and the letter beside it."""

    exchanges: list[Exchange] = field(default_factory=list)
    pending: str | None = None
    """A question that waits for its answer."""
    unanswered: str | None = None
    """A question whose answer was stopped or failed, so that it can be asked again."""
    letter: str = ""
    """Id of the letter that is shown; empty before the first."""
    place: Place | None = None
    """What is open in it."""
    opened: int = 0
    """How many places were opened; tells the page when to scroll."""
    notice: str | None = None
    """What to tell the reader above the letter."""

    def ask(self, question: str) -> None:
        """Have a question answered in the next run; an empty one is not asked."""
        self.pending = question if question.strip() else None

    def begin(self) -> str:
        """The question that waits, to be answered now; it counts as unanswered until its answer is kept."""
        self.unanswered, self.pending = self.pending or "", None
        return self.unanswered

    def keep(self, question: str, answer: Answer, letters: Mapping[str, Letter]) -> None:
        """Add an answer to the conversation."""
        self.unanswered = None
        self.exchanges.append(Exchange(question=question, answer=answer, view=view(answer, letters)))

    def start_over(self) -> None:
        """Forget the conversation; the letter stays open."""
        self.exchanges, self.pending, self.unanswered = [], None, None

    @property
    def history(self) -> list[Turn]:
        """The conversation so far, without what could not be asked."""
        return [
            turn
            for one in self.exchanges
            if one.answer.status is not Status.FAILED
            for turn in (Turn(role="user", content=one.question), Turn(role="assistant", content=one.answer.text))
        ]

    def open(self, place: Place) -> None:
        """Show a place in its letter."""
        self.letter, self.place, self.notice, self.opened = place.letter, place, None, self.opened + 1

    def settle(self, address: Mapping[str, str], letters: Mapping[str, Letter], strings: Strings) -> Letter:
        """The letter to show: the one that is open, else the one that the address names, else the first.

        There must be one. Where what was open or named is not there, the notice says so.
        """
        if not self.letter:
            self.place, self.notice = linked_place(address, letters, strings)
            self.letter = self.place.letter if self.place else next(iter(letters))
            self.opened = int(self.place is not None and self.place.paragraph is not None)
        elif self.letter not in letters:
            self.notice = strings.letter_gone.format(letter=repr(self.letter))
            self.letter, self.place = next(iter(letters)), None
        return letters[self.letter]
