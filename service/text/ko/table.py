"""All Korean rules, in the order in which they are tried."""

from service.text.ko import (
    counters,
    dates,
    electronic,
    law,
    letters,
    money,
    quantities,
    symbols,
    telephone,
    times,
)
from service.text.rules import Rule

RULES: tuple[Rule, ...] = (
    *electronic.RULES,
    letters.GLOSS,
    *telephone.RULES,
    *symbols.RULES[:1],  # dates of events look like dates of the year
    *dates.RULES,
    *times.RULES,
    *money.RULES,
    *law.RULES,
    counters.COUPLES,  # 2~3명 before any other range
    *quantities.RULES,
    *letters.RULES[:3],  # COVID-19 before its number is read
    *counters.RULES,
    *letters.RULES[3:],
    *symbols.RULES[1:],
    symbols.LEFT_OVER,
)
