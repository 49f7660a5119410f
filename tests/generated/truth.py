"""What a document says, before it is printed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.generated import wording


@dataclass(frozen=True)
class Square:
    """A cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Part:
    """One block: "title", "heading", "paragraph", "item", "note", "table", "contents", "break".

    `grid` are the cells of a table, each where it begins; `mark` and `depth` belong to items.
    """

    kind: str
    text: str = ""
    mark: str = ""
    depth: int = 0
    grid: tuple[tuple[Square, ...], ...] = ()

    @property
    def printed(self) -> str:
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def rows(self) -> list[list[str]]:
        return [[cell.text for cell in row] for row in self.grid]

    def placed(self) -> Iterator[tuple[int, int, Square]]:
        """Row, column and cell of every cell of a table."""
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(self.grid):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                yield row, column, cell
                taken |= {
                    (row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)
                }
                column += cell.columns


PLAIN_MARKS = (("□", "○", "-"), ("◇", "○", "▪"), ("■", "ㅇ", "·"))
PRIVATE_MARKS = (("\uf06f", "\uf0a1", "-"), ("□", "\U000f02ce", "\uf0a7"))


def a_release(chance: random.Random) -> list[Part]:
    """A release: title, marked items in three depths, notes, a table, a contact table."""
    return _release(chance, chance.choice(PLAIN_MARKS), a_table(chance))


def an_office_release(chance: random.Random) -> list[Part]:
    """The same with marks of a word processor's own letters and a table with heads of two rows."""
    return _release(chance, chance.choice(PRIVATE_MARKS), a_headed_table(chance))


def _release(chance: random.Random, marks: tuple[str, str, str], table: Part) -> list[Part]:
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
    parts.insert(len(parts) // 2, table)
    parts.append(_table(_contacts(chance)))
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


def a_book(chance: random.Random) -> list[Part]:
    """A report behind a page of contents."""
    title, *report = a_report(chance)
    entries = [
        Part("contents", f"{number}. {text} {3 + number * 4}")
        for number, text in enumerate(wording.CONTENTS, 1)
    ]
    return [title, Part("heading", "목차"), *entries, Part("break"), *report]


def a_table(chance: random.Random) -> Part:
    """A table of figures."""
    rows = [wording.COLUMNS[: chance.randint(3, 5)]]
    for place in chance.sample(wording.PLACES, chance.randint(3, 7)):
        cells = [place, *(f"{chance.randint(10, 9_999):,}" for _ in rows[0][1:])]
        if "증감률" in rows[0]:
            cells[-1] = f"△{chance.uniform(0, 20):.1f}"
        rows.append(tuple(cells))
    return _table(rows)


def a_headed_table(chance: random.Random) -> Part:
    """A table whose heads have two rows, some of them over two columns."""
    heads = (
        (Square("지역", rows=2), Square("사업비", columns=2), Square("참여 인원", columns=2)),
        (Square("국비"), Square("지방비"), Square("남성"), Square("여성")),
    )
    rows = [
        (Square(place), *(Square(f"{chance.randint(10, 9_999):,}") for _ in range(4)))
        for place in chance.sample(wording.PLACES, chance.randint(3, 7))
    ]
    return Part("table", grid=(*heads, *rows))


def _table(rows: list[tuple[str, ...]]) -> Part:
    return Part("table", grid=tuple(tuple(map(Square, row)) for row in rows))


def _contacts(chance: random.Random) -> list[tuple[str, ...]]:
    agency = chance.choice(wording.AGENCIES)
    return [
        (role, f"{agency} {team}", f"044-202-{chance.randint(1000, 9999)}")
        for role, team in (("담당 부서", "지원총괄과"), ("협조 부서", "안전관리팀"))
    ]
