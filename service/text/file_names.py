"""Names of files that may be one document in several formats (pure)."""

import re
import unicodedata

_ENDING = re.compile(r"\.[A-Za-z]{1,4}\d?$")
_FORMAT = r"(?:한글|워드|hwpx?|pdf|docx?|word|odt|epub)(?:\s*(?:파일|문서|본|용|file|version))?"
_BRACKETED = re.compile(rf"[(\[{{<]\s*{_FORMAT}\s*[)\]}}>]", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}\s*[.)_]|\(\d{1,2}\)|[①-⑳])\s*(?![\d.])")
_VERSION = re.compile(
    rf"(?:[\s_\-(\[]+(?:최종본?|수정본?|확정본?|final|v\d{{1,2}}|{_FORMAT})[)\]]?|\s*\(\d\))+$",
    re.IGNORECASE,
)


def document_name(title: str) -> str:
    """What is left of a file's name when the format, its number and its version are taken away.

    Files with equal names may be one document: 1. 계획.hwpx, 2. 계획(PDF)_최종.pdf. Whether they
    are is decided by their text.
    """
    name = _ENDING.sub("", unicodedata.normalize("NFC", title).strip())
    plain = _VERSION.sub("", _NUMBERED.sub("", _BRACKETED.sub(" ", name)))
    return _letters(plain) or _letters(name)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
