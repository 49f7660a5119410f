"""Facts and attachments of a release as the page shows them."""

from dataclasses import dataclass

from service.model.document import Release

_KILO, _DIGITS_OF_KILO = 1000, 3
_UNITS = ("B", "kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class FactView:
    """A line of the release's description; `code` names ours, `name` is as printed."""

    code: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file of the release; `url` is empty when it is no web address, `size` when unknown."""

    title: str
    url: str
    size: str
    downloads: int
    previews: int


def facts_of(release: Release) -> tuple[FactView, ...]:
    """Agency and date, unless the printed lines say them already; then the printed lines."""
    printed = tuple(FactView("", fact.name, fact.text) for fact in release.facts if fact.text)
    told = " ".join(fact.text for fact in printed)
    own = (FactView("agency", "", release.agency), FactView("issued-on", "", release.issued_on))
    return tuple(fact for fact in own if fact.text and fact.text not in told) + printed


def attachments_of(release: Release) -> tuple[AttachmentView, ...]:
    """The files, with links only to web addresses: a page may hold any address at all."""
    return tuple(
        AttachmentView(
            title=attachment.title,
            url=attachment.url if is_web(attachment.url) else "",
            size=readable_size(attachment.size_bytes),
            downloads=attachment.downloads,
            previews=attachment.previews,
        )
        for attachment in release.attachments
    )


def readable_size(count: int) -> str:
    """A number of bytes as people write it (1 kB is 1,000 bytes); empty for 0."""
    if count <= 0:
        return ""
    power = min(len(_UNITS) - 1, (len(str(count)) - 1) // _DIGITS_OF_KILO)
    size = f"{count / _KILO**power:,.1f}".removesuffix(".0")
    return f"{size} {_UNITS[power]}"


def is_web(address: str) -> bool:
    """Whether an address may be linked to: anything else could be a script."""
    return address.lower().startswith(("http://", "https://"))
