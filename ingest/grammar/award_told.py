"""What an article has told so far → what a clause about an honour may take from it: bodies, holders, rounds, a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ingest.agents import Agent
from ingest.facts import Award
from ingest.items import Items
from ingest.phrases import Org


@dataclass(slots=True)
class Told:
    """What the article has told before: who received last in this sentence, and the last body of each kind."""

    received: list[Agent] = field(default_factory=list)
    bodies: dict[str, str] = field(default_factory=dict)
    """By the word with which its name begins, the body told last."""
    rounds: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    """The years with which an honour is named where nobody in particular receives it, by what is said to happen."""
    givers: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Who is said to confer, or take back, an honour where nobody in particular receives it."""
    listing: Award | None = None
    """What the line before announces for those whom the lines below it name."""
    holder: Callable[[Items, int], str | None] = lambda items, at: None
    """Who holds the office that an item names, where the article gives it to one person only."""
    given: Callable[[str], str | None] = lambda word: None
    """Whose given name a word is, where the article tells of one such person only."""

    def round(self, kind: str, year: int, status: str | None) -> None:
        """Keep a year with which an honour is named."""
        self.rounds.setdefault(kind, {}).setdefault(status or "", set()).add(year)

    def years(self, kind: str, status: str) -> set[int]:
        """The years of the rounds that an award can be of: nobody is put forward in a round that is over."""
        told = self.rounds.get(kind, {})
        wanted = ("", "proposed") if status == "proposed" else told
        return set().union(*(years for happened, years in told.items() if happened in wanted))

    def remember(self, items: Items) -> None:
        """Keep the bodies and papers that a sentence names; the one told last stands last."""
        for at in items.where("org", "media"):
            value, name = items.items[at].value, items.wording(at, at + 1)
            if isinstance(value, Org):
                head, name = value.head if value.proper else "", value.name
            else:
                head = "báo" if items.keys(at - 1) == "báo" or items.keys(at).startswith("báo ") else ""
            if head:
                self.bodies.pop(head, None)
                self.bodies[head] = name

    def body(self, kinds: Sequence[str]) -> str | None:
        """The body told last whose name begins with the first of these words that any has."""
        for kind in kinds:
            for head, name in reversed(self.bodies.items()):
                if head == kind or head.startswith(f"{kind} "):
                    return name
        return None
