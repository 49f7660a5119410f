"""An attachment as a page describes it: file name, size and counters in words (pure)."""

import re

from service.model.document import Attachment

ENDINGS = "pdf|hwpx|hwp|docx|doc|xlsx|xls|pptx|ppt|odt|epub|zip|txt|csv|jpe?g|png"
_NAME = re.compile(
    rf"[^\\/:*?\"<>|\r\n]{{0,200}}?[^\\/:*?\"<>|\r\n\s.]\.(?:{ENDINGS})(?![A-Za-z0-9]|\.(?:{ENDINGS}))",
    re.IGNORECASE,
)
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:(?:pdf|hwpx?|docx?|xlsx?|zip|한글|엑셀|워드)\s*)?(?:첨부\s*파일|첨부|파일|문서|아이콘|icon)\s*\d*"
    r"|다운로드|내려받기|download|attachments?|새\s*창(?:으로)?(?:\s*열기)?|[-·•:\])]+)\s+",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(\d[\d,.]*)\s*(?:([KMG])i?(?:B(?:ytes?)?\b|바이트|\b)|B(?:ytes?)?\b|바이트)", re.IGNORECASE
)
_SCALE = {"": 1, "K": 1_024, "M": 1_024**2, "G": 1_024**3}
_OF_DOWNLOADS = r"(?:다운로드|내려받기|내려받은|다운|downloads?|down)"
_OF_PREVIEWS = r"(?:미리보기|바로보기|previews?)"
_NUMBER = r"(\d[\d,]*)(?![\d,.]*\s*[KMG]?B)"
# WORD is the word that is counted.
_BEFORE = rf"WORD\s*(?:횟수|건수|수|count)?\s*[:：]?\s*[(\[]?\s*{_NUMBER}"
_BEHIND = rf"(?<![\d,.]){_NUMBER}\s*(?:회|건|번|times)?\s*WORD"
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "hwpx": "application/hwp+zip",
    "hwp": "application/x-hwp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "zip": "application/zip",
}


def file_name_in(text: str) -> str:
    """The first name of a file in a text, or nothing; words before it, such as 첨부파일, go."""
    match = _NAME.search(text)
    if match is None:
        return ""
    name = match.group().strip()
    while before := _BEFORE_A_NAME.match(name):
        name = name[before.end() :]
    return name


def file_names_in(text: str) -> set[str]:
    """All names of files in a text."""
    return {match.group().strip() for match in _NAME.finditer(text)}


def file_of(title: str, address: str, told: str) -> Attachment:
    """An attachment; `told` is what stands beside its name, which may tell size and counters."""
    ending = title.rpartition(".")[2].lower()
    return Attachment(
        title=title,
        url=address,
        media_type=_MEDIA_TYPES.get(ending, ""),
        size_bytes=_size(told),
        downloads=_count(told, _OF_DOWNLOADS),
        previews=_count(told, _OF_PREVIEWS),
    )


def _count(told: str, word: str) -> int:
    """A counter before or behind its word, as the first one stands: 다운로드 9; 9회 다운로드."""
    any_word = f"(?:{_OF_DOWNLOADS}|{_OF_PREVIEWS})"
    before, behind = (_found(pattern, any_word, told) for pattern in (_BEFORE, _BEHIND))
    is_behind = behind is not None and (before is None or behind.start() < before.start())
    match = _found(_BEHIND if is_behind else _BEFORE, word, told)
    return int(match.group(1).replace(",", "")) if match else 0


def _found(pattern: str, word: str, told: str) -> re.Match[str] | None:
    return re.search(pattern.replace("WORD", word), told, re.IGNORECASE)


def _size(told: str) -> int:
    match = _SIZE.search(told)
    if match is None:
        return 0
    try:
        return round(float(match[1].replace(",", "")) * _SCALE[(match[2] or "").upper()])
    except ValueError:
        return 0
