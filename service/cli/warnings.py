"""Warnings of a document as staff read them: what is wrong, on which pages, and what to do."""

from collections.abc import Iterable, Iterator

from service.cli.inputs import services
from service.messages import nearest, table, text
from service.narration.staff_warnings import StaffWarning


def lines_of(warnings: Iterable[StaffWarning], *, with_remedy: bool) -> Iterator[str]:
    """Lines in the language of the house; a code without a text stands for itself."""
    language = nearest(services().settings.languages[0])
    known, remedies = table(language)["warning"], table(language)["remedy"]
    for warning in warnings:
        meaning = known.get(warning.code, warning.code)
        on_pages = text("staff", "on-pages", language, meaning=meaning, pages=warning.pages)
        yield on_pages if warning.pages else meaning
        if with_remedy and warning.code in remedies:
            yield f"  → {remedies[warning.code]}"
