"""Addresses that a page's own functions put together from their arguments; nothing is run (pure).

Boards define their downloads in the page: `function fileDown(a, b) { location.href = "/down?no=" +
a + "&seq=" + b; }`. Only such plain sums of texts and arguments are understood.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

_CALL = re.compile(r"([A-Za-z_$][\w$]{0,60})\(([^()]{0,400})\)")
_ARGUMENT = re.compile(r"'([^']*)'|\"([^\"]*)\"|(-?\d+)")
_BODY_LENGTH = 600
_LONGEST = 200_000
_TERM = r"(?:'[^']{0,300}'|\"[^\"]{0,300}\"|encodeURI(?:Component)?\(\s*\w+\s*\)|\w+)"
_LEADS = re.compile(
    r"(?:location(?:\.href)?\s*=(?!=)|window\.open\(|location\.(?:assign|replace)\(|\.src\s*=)\s*"
    rf"({_TERM}(?:\s*\+\s*{_TERM}){{0,12}})"
)
_TERMS = re.compile(
    r"'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\"|encodeURI(?:Component)?\(\s*(?P<coded>\w+)\s*\)|(?P<name>\w+)"
)


def addresses_of_calls(text: str, scripts: str) -> Iterator[str]:
    """What the calls in the attribute of a link lead to, as the page's functions say."""
    for match in _CALL.finditer(text):
        name, arguments = match.group(1), [_argument(each) for each in _ARGUMENT.finditer(match[2])]
        if (found := _definition(name, scripts[:_LONGEST])) is not None:
            parameters, body = found
            values = dict(zip(parameters, arguments, strict=False))
            if (leads := _LEADS.search(body)) and (address := _summed(leads[1], values)):
                yield address


def _argument(match: re.Match[str]) -> str:
    return next((each for each in match.groups() if each is not None), "")


def _definition(name: str, scripts: str) -> tuple[list[str], str] | None:
    """The parameters of a function and the beginning of its body, up to the next function."""
    plain = re.escape(name)
    match = re.search(
        rf"(?:function\s+{plain}\s*|\b{plain}\s*=\s*function\s*)\(([^)]{{0,200}})\)", scripts
    )
    if match is None:
        return None
    body = scripts[match.end() : match.end() + _BODY_LENGTH]
    return [each.strip() for each in match[1].split(",")], re.split(r"\bfunction\b", body)[0]


def _summed(terms: str, values: Mapping[str, str]) -> str:
    """The address; nothing when something goes into it that is not known."""
    parts = []
    for term in _TERMS.finditer(terms):
        name = term["coded"] or term["name"]
        if name is None:
            parts.append(term["one"] if term["one"] is not None else term["two"])
        elif name in values:
            parts.append(quote(values[name], safe=""))
        else:
            return ""
    return "".join(parts)
