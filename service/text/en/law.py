"""Citations of laws.

| written | spoken |
| --- | --- |
| Article 44-2 · Article 44(2)1 | Article forty-four two · Article forty-four, two, one |
| § 1983 · §§ 3-5 | section one thousand nine hundred eighty-three · sections three to five |
| Public Law 117-328 | Public Law one hundred seventeen three hundred twenty-eight |
"""

from service.text.en.numbers import NUMBER, cardinal
from service.text.rules import Match, Rule, rule


def _joined(match: Match) -> str:
    """An article that was put in behind another, no range."""
    return f"{cardinal(match.group(1))} {cardinal(match.group(2))}"


def _section(match: Match) -> str:
    several = "s" if len(match.group(1)) > 1 else ""
    last = f" to {cardinal(match.group(3))}" if match.group(3) else ""
    return f"section{several} {cardinal(match.group(2))}{last}"


RULES: tuple[Rule, ...] = (
    rule("law", r"(?:(?<=Article )|(?<=Art\. )|(?<=Law ))(\d{1,4})-(\d{1,4})(?!\d)", _joined),
    rule("law", rf"(§§?)\s?({NUMBER})(?:\s?[-–~]\s?({NUMBER}))?", _section),
    rule("law", r"§+", lambda _: "section "),
)
