"""All English rules, in the order in which they are tried."""

from service.text.en import dates, quantities, words
from service.text.rules import Rule

RULES: tuple[Rule, ...] = (
    *words.RULES[:4],
    *quantities.RULES[:3],
    *dates.RULES,
    *words.RULES[4:9],
    *quantities.RULES[3:],
    *words.RULES[9:],
    *words.MARKS,
)
