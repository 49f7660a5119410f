"""What a document says, before it is printed."""

import random
from dataclasses import dataclass

from tests.generated import wording


@dataclass(frozen=True)
class Part:
    """One block: kind "title", "heading", "paragraph", "item", "note" or "table".

    `rows` are the cells of a table; `mark` and `depth` belong to items.
    """

    kind: str
    text: str = ""
    mark: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def printed(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text


def a_release(chance: random.Random) -> list[Part]:
    """A release: title, marked items in three depths, notes, a table, a contact table."""
    marks = chance.choice((("□", "○", "-"), ("◇", "○", "▪"), ("■", "ㅇ", "·")))
    parts = [Part("title", wording.filled(chance.choice(wording.TITLES), chance))]
    for _ in range(chance.randint(3, 5)):
        parts.append(Part("item", wording.prose(chance, 1, 2), marks[0], 0))
        for _ in range(chance.randint(1, 3)):
            parts.append(Part("item", wording.prose(chance, 1, 2), marks[1], 1))
            if chance.random() < 0.5:
                short = wording.filled(chance.choice(wording.SHORT), chance)
                parts.append(Part("item", short, marks[2], 2))
        if chance.random() < 0.4:
            parts.append(Part("note", chance.choice(wording.NOTES), chance.choice("*※")))
    parts.insert(len(parts) // 2, a_table(chance))
    parts.append(Part("table", rows=_contacts(chance)))
    return parts


def a_report(chance: random.Random) -> list[Part]:
    """A report: numbered headings and plain paragraphs with an indented first line."""
    parts = [Part("title", wording.filled(chance.choice(wording.TITLES), chance))]
    for number in range(1, chance.randint(4, 6)):
        parts.append(Part("heading", chance.choice(wording.HEADINGS), f"{number}."))
        texts = [wording.prose(chance, 2, 4) for _ in range(chance.randint(2, 4))]
        parts += [Part("paragraph", text) for text in texts]
        if chance.random() < 0.6:
            parts.append(a_table(chance))
    return parts


def a_table(chance: random.Random) -> Part:
    """A table of figures; every second one has long cells too."""
    rows = [wording.COLUMNS[: chance.randint(3, 5)]]
    for place in chance.sample(wording.PLACES, chance.randint(3, 7)):
        cells = [place, *(f"{chance.randint(10, 9_999):,}" for _ in rows[0][1:])]
        if "증감률" in rows[0]:
            cells[-1] = f"△{chance.uniform(0, 20):.1f}"
        rows.append(tuple(cells))
    return Part("table", rows=tuple(rows))


def _contacts(chance: random.Random) -> tuple[tuple[str, ...], ...]:
    agency = chance.choice(wording.AGENCIES)
    return tuple(
        (role, f"{agency} {team}", f"044-202-{chance.randint(1000, 9999)}")
        for role, team in (("담당 부서", "지원총괄과"), ("협조 부서", "안전관리팀"))
    )
