"""Where the link or button of a file leads: plain addresses, calls of scripts, forms (pure).

Scripts are never run. A call is understood where the site's description says what becomes of it,
where the page itself defines it as a plain address put together from its arguments, or where it is
the download of eGovFrame, the framework of Korean offices. What only a POST can fetch has no
address: see docs/decisions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urljoin, urlsplit

from lxml.html import HtmlElement

from service.extract.html_scripts import addresses_of_calls

_PLACE = re.compile(r"\{(\w+)\}")
_SCRIPT = "javascript:"


@dataclass(frozen=True, slots=True)
class FileCall:
    """What a call in a link means: a pattern, and an address with {1} or {name} for its groups."""

    call: str
    address: str


EGOV = FileCall(
    r"fn_egov_downFile\(\s*'([^']+)'\s*,\s*'?(\d+)'?\s*\)",
    "/cmm/fms/FileDown.do?atchFileId={1}&fileSn={2}",
)
"""The download of eGovFrame's common components, when the page does not define it itself."""


@dataclass(frozen=True, slots=True)
class Links:
    """How the links of one page are followed.

    `url` is the page's own address; `by_get` says that the site's POST forms answer to GET too.
    """

    url: str
    calls: Sequence[FileCall] = ()
    scripts: str = ""
    by_get: bool = False

    def address(self, element: HtmlElement) -> str:
        """Where a link, button or input leads; nothing where only a script or a POST gets it."""
        target = (element.get("href") or "").strip()
        if target and not _is_call(target):
            return _web(self.url, target)
        return next(filter(None, self._called(_call_of(element))), "") or self._sent(element)

    def _called(self, call: str) -> Iterator[str]:
        for each in self.calls:
            if match := re.search(each.call, call):
                yield _web(self.url, _filled(each.address, match))
        for address in addresses_of_calls(call, self.scripts):
            yield _web(self.url, address)
        if match := re.search(EGOV.call, call):
            yield _web(self.url, _filled(EGOV.address, match))

    def _sent(self, element: HtmlElement) -> str:
        """The address of a form as its button would send it, where it may be sent by GET."""
        form = next(element.iterancestors("form"), None)
        if form is None or element.tag == "a":
            return ""
        method = (element.get("formmethod") or form.get("method") or "get").lower()
        action = element.get("formaction") or form.get("action") or ""
        if not (action and (method == "get" or self.by_get)):
            return ""
        joiner = "&" if urlsplit(action).query else "?"
        return _web(self.url, action + joiner + urlencode(list(_fields(form, element))))


def is_dynamic(element: HtmlElement) -> bool:
    """Whether a script or a form answers to the link, and not an address."""
    target = (element.get("href") or "").strip()
    if element.tag == "a":
        return target.lower().startswith(_SCRIPT) or (_is_call(target) and _has_call(element))
    return _has_call(element) or next(element.iterancestors("form"), None) is not None


def scripts_of(root: HtmlElement) -> str:
    """The text of the scripts that stand in a page."""
    return "\n".join(script.text or "" for script in root.iter("script"))


def _is_call(target: str) -> bool:
    return not target or target.startswith("#") or target.lower().startswith(_SCRIPT)


def _has_call(element: HtmlElement) -> bool:
    return bool((element.get("onclick") or "").strip())


def _call_of(element: HtmlElement) -> str:
    return f"{element.get('href') or ''} {element.get('onclick') or ''}"


def _filled(template: str, match: re.Match[str]) -> str:
    """The address with the groups of a call; each is quoted, so that none can lead elsewhere."""

    def value(place: re.Match[str]) -> str:
        name = place.group(1)
        return quote(match[int(name) if name.isdigit() else name] or "", safe="")

    return _PLACE.sub(value, template)


def _fields(form: HtmlElement, pressed: HtmlElement) -> Iterator[tuple[str, str]]:
    for field in form.iter("input"):
        if field.get("name") and (field.get("type") or "").lower() == "hidden":
            yield field.get("name") or "", field.get("value") or ""
    if pressed.get("name"):
        yield pressed.get("name") or "", pressed.get("value") or ""


def _web(url: str, target: str) -> str:
    try:
        address = urljoin(url, target)
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:
        return ""
