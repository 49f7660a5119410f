"""All Korean rules, in the order in which they are tried.

To add a class, write a module with `RULES` and an example table in its docstring, and put it in
its place here: what is more special stands before what is more general.
"""

from service.text.ko import (
    asides,
    brackets,
    changes,
    dates,
    electronic,
    events,
    formulas,
    hanja,
    heads,
    law,
    letters,
    money,
    periods,
    plain,
    quantities,
    scores,
    slashes,
    symbols,
    telephone,
    times,
)
from service.text.rules import Rule

RULES: tuple[Rule, ...] = (
    *asides.RULES,
    *electronic.RULES,
    *heads.RULES,
    *telephone.RULES,
    *events.RULES,  # days that look like dates of the year
    *times.BEGINNINGS,
    *changes.FIGURES,
    *periods.RULES,
    *brackets.RULES,
    *slashes.RULES,
    *dates.RULES,
    *times.RULES,
    *scores.RULES,  # marks that would be those of quantities
    *telephone.ACCOUNTS,
    *law.RULES,
    *quantities.SIZES,
    *formulas.RULES,
    *changes.WORDS,
    *letters.CODES,  # COVID-19 before its number is read
    *plain.RATIOS,
    *money.RULES,
    *quantities.RULES,
    *plain.RULES,
    *hanja.RULES,
    *symbols.GLOSSES,
    *letters.RULES,
    *symbols.RULES,
    symbols.LEFT_OVER,
)
