"""All English rules, in the order in which they are tried; see the Korean table."""

from service.text.en import (
    abbreviations,
    acronyms,
    dates,
    electronic,
    law,
    money,
    numerals,
    percent,
    quantities,
    symbols,
    telephone,
    times,
    units,
    years,
)
from service.text.rules import Rule

RULES: tuple[Rule, ...] = (
    *electronic.RULES,
    *symbols.FOOTNOTES,
    *telephone.RULES,
    *money.RULES,
    *law.RULES,
    *dates.RULES,
    *times.RULES,
    *years.RULES,
    *abbreviations.RULES,
    *percent.RULES,
    *numerals.RULES,
    *acronyms.RULES,
    *quantities.SCALES,
    *units.RULES,
    *quantities.RULES,
    *acronyms.CAPITALS,
    *symbols.RULES,
)
