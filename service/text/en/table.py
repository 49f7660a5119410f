"""All English rules, in the order in which they are tried; see the Korean table."""

from service.text.en import dates, money, quantities, telephone, times, words
from service.text.rules import Rule

RULES: tuple[Rule, ...] = (
    *words.ADDRESSES,
    *telephone.RULES,
    *money.RULES,
    *dates.RULES,
    *times.RULES,
    *words.RULES,
    *quantities.RULES,
    *words.ACRONYMS,
    *words.MARKS,
)
