"""Which stops end no sentence: numbers, dates, lists, abbreviations, reported quotations (pure).

`plain` is the sentence so far up to and with the stop, `after` what follows it in the line.
"""

import re

# Behind a closing mark: particles that lean on it, and words of reporting of their own.
_REPORTING = re.compile(
    r"(?:이?라고|이?라며|이?라면서|이?라는|이?라던|이?란|이?라|고|며|면서|는|은|을|를|이|가|에|로|으로|와|과|의|도|만|등|하고|하며|했)"
)
_REPORTING_APART = re.compile(
    r"\s+(?:(?:이?라고도?|이?라며|이?라면서|이?라는|이?란|고|며|하고|하며|등|등의|등을|등이)(?=\s)"
    r"|(?:말|밝|강조|덧붙|설명|당부|전)\S{0,4}[했혔였]다|묻)"
)
_REPORTING_ENGLISH = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|added|told|noted|explained|stressed|"
    r"emphasi[sz]ed|remarked|stated|replied)\b"
)
_OPENERS = '“"‘「『('

_LIST_NUMBER = re.compile(
    r"\s*(?:[•⁃]\s?)?(?:(?:\d{1,2}|[가나다라마바사아자차카타파하]|[IVX]{1,4}|[Ⅰ-Ⅻ]|[A-Za-z])[.)]\s*){1,3}$"
    r"|\s*(?:문|답|질문|답변|[QAqa])\s?-?\d{0,2}[.)]$"
)
_LIST_LETTER = re.compile(r"\s[가나다라마바사아자차카타파하]\.$")
_DATE = re.compile(r"\d{1,4}\.\s?\d{1,2}\.$")
_DATE_GOES_ON = re.compile(r"\s*[\d(~∼]")
_NUMBER = re.compile(r"(?<![\d,.:-])(\d{1,4})\.$")
# A date ends the sentence that says when (접수 마감은 2024. 3. 15.) if the next has a topic too.
_WHEN = re.compile(r"[가-힣](?:은|는|\s?:)\s*(?:\d{4}\.\s?)?\d{1,2}\.\s?\d{1,2}\.$")
_TOPIC = re.compile(
    r"\s+(?!\S{0,12}(?:하|되|있|없|르|나|높|많|적|같|좋|낮|작|크|짧|길|밝|넓|열리|받|맞)[은는]\s)"
    r"[가-힣]{1,12}[은는]\s"
)
_DEADLINE = re.compile(
    r"(?:마감|일시|일자|날짜|기한|시행일|시점|개최일|발표일)[은는]\s*[\d.\s]{4,16}$"
)
_TOPIC_LATER = re.compile(r"\s+[가-힣]{1,8}\s[가-힣]{1,12}[은는]\s")
_NEW_THOUGHT = re.compile(
    r"\s+(?:이는|이에|이번|이로써|다만|단,|또한|그러나|하지만|한편|아울러|특히|따라서|반면)[\s,]"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_ORDINAL = 2
_LABEL = re.compile(
    r"[\s(\[<*•-]*(?:Table|Figure|Fig|Step|Annex|Appendix|Chapter|Section|Article|Part|Phase|Question|Q|No|"
    r"Box|Item|Goal|Task|Strategy)\.?\s\d{1,3}\.$"
)
_FIRST_OF_LIST = re.compile(r"\s*(?:\d{1,2}|[A-Z][^.!?]{0,80}:\s*1)\.(?:\s|$)")
_LAST_NUMBER = re.compile(r"\s\d{1,2}\.$")

_FINAL = re.compile(
    r"(?:[다요까죠함임음됨니오라자네군야지어아봄짐침]|것|중|예정|바람|필요|가능|계획|완료|참조|참고)[.!?…。]*$"
)
_NO_SPACE = re.compile(r"[가-힣]{2,}[다요까죠함임음됨][.!?]$|[가-힣][!?]$")

# English abbreviations that always go on, that go on before a number, and that may end a sentence.
_TITLE = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|vs|pp|Sen|Gov|Gen|Rep|Rev|Hon|Lt|Col|Sgt|Capt|Maj|Messrs|"
    r"Amb|Pres|cf|viz|approx|est|i\.e|e\.g|ca|Ft|Fr|al)|\bPh\.D(?=\.\s+[a-z]))\.$",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    r"\b(?:N°|No|Nos|Vol|Fig|Figs|Art|Sec|Ch|pp?|Eq|Ver|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|tel|ext)\.$",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:Inc|Co|Ltd|Corp|Bros|Jr|Sr|Dept|Univ|Ave|Blvd|Rd|Assn|Esq|LLC)\.$")
_ETC = re.compile(r"\b(?:etc)\.$")
_HOUR = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<!/)\b(?:[A-Z]\.\s?)*[A-Z]\.$|\bPh\.D\.$")
_NAMED_BY_LETTER = re.compile(
    r"\b(?:[Vv]itamins?|[Hh]epatitis|[Tt]ype|[Gg]roup|[Pp]lan|[Pp]art|[Aa]nnex|[Gg]rade|[Cc]lass|"
    r"[Ii]nfluenza|[Cc]ategory|[Oo]ption|[Bb]lock|[Zz]one|and|or)\s[A-Z]\.$"
)
_OPENER = re.compile(
    r"[\s“\"‘(]*(?:The|In|It|Its|He|She|This|That|These|Those|They|We|You|I|A|An|As|For|But|And|Or|So|At|On|"
    r"After|Before|When|While|If|His|Her|Their|Our|Your|My|There|Then|Here|Not|However|Meanwhile|"
    r"Also|To|With|By|From|Since|Under|According|All|Some|Most|Many|Each|Every|No|Yes|Both|Such|"
    r"What|How|Why|Where|Who|Which|Although|Though|Because|During|Through|Over|About|Please|Until|"
    r"More|Another|Other|Only|One|Two|Three|Participants|Applicants|Minister|Officials|Patients|"
    r"Currently|Earlier|Last|Next|Furthermore|Moreover|Additionally|Nevertheless|Therefore|Thus)\b"
)
_SUBJECT = re.compile(r"\s+[A-Z][a-z]+\s+(?:[a-z]+ed|[a-z]+s|will|are|were|have|had|met|held)\s")
_TIME_GOES_ON = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"K?[SE]T|KST|EST|EDT|PST|PDT|GMT|UTC|CET|Seoul|Korea|local)"
)
_SMALL = re.compile(r"[a-z]")
_SMALL_NAME = re.compile(r"[a-z]{1,2}[A-Z]")


def border(match: re.Match[str]) -> tuple[int, int]:
    """The white space of a border between lines: its `gap`, or all that matched."""
    return match.span("gap") if "gap" in match.re.groupindex else match.span()


def is_ellipsis(stop: str) -> bool:
    """Whether a stop only trails off (… or ...)."""
    return stop[0] == "…" or stop.startswith(("..", ". ."))


def is_final(plain: str) -> bool:
    """Whether a Korean sentence may be complete before its stop."""
    return _FINAL.search(plain[-12:]) is not None


def lacks_space(plain: str, after: str, language: str) -> bool:
    """Whether a new Korean sentence begins right behind the stop (했다.그는)."""
    if language != "ko" or not _NO_SPACE.search(plain[-12:]):
        return False
    return "가" <= after[0] <= "힣" or after[0] in _OPENERS[:-1] or after[0].isdigit()


def begins_small(plain: str, after: str, language: str) -> bool:
    """Whether a small letter shows that the sentence goes on; mRNA may begin one."""
    if not _SMALL.match(after) or _SMALL_NAME.match(after):
        return False
    return language != "ko" or not "가" <= plain[-2:-1] <= "힣"


def quote_goes_on(said: str, after: str, language: str) -> bool:
    """Whether the words behind a closing mark belong to the same sentence."""
    if language != "ko":
        return _REPORTING_ENGLISH.match(after) is not None
    if _REPORTING.match(after) or _REPORTING_APART.match(after):
        return True
    return _is_name(said, after)


def _is_name(said: str, after: str) -> bool:
    """Whether a quotation that asks or calls is the name of something: “함께해요!” 캠페인."""
    return said[-1] in "”’\"'" and said[-2:-1] in "!?" and after.lstrip()[0] not in _OPENERS


def is_bracketed(plain: str, stop: str) -> bool:
    """Whether brackets hold the whole sentence, as in (See Annex 1.)."""
    return stop[-1] == ")" and plain.lstrip().startswith("(") and ")" not in plain


def goes_on(plain: str, after: str, language: str) -> bool:
    """Whether a full stop belongs to a number, a date, a list or an abbreviation."""
    if _LIST_NUMBER.fullmatch(plain) or _is_short(plain, after):
        return True
    return _korean_number(plain, after) if language == "ko" else _english_number(plain, after)


def _korean_number(plain: str, after: str) -> bool:
    tail = plain[-24:]
    if _begins_anew(tail, after):
        return False
    if _DATE.search(tail) or _LIST_LETTER.search(tail):
        return True
    number = _NUMBER.search(tail)
    if number is None:
        return tail[-2:-1].isdigit() and _DATE_GOES_ON.match(after) is not None
    digits = number.group(1)
    return len(digits) <= _LONGEST_ORDINAL or _YEAR.fullmatch(digits) is not None


def _begins_anew(tail: str, after: str) -> bool:
    """Whether the words behind a number or a date begin a sentence of their own."""
    if _DEADLINE.search(tail) and _TOPIC_LATER.match(after):
        return True
    if _WHEN.search(tail):
        return bool(_TOPIC.match(after) or _NEW_THOUGHT.match(after))
    return _DATE.search(tail) is None and _NEW_THOUGHT.match(after) is not None


def _english_number(plain: str, after: str) -> bool:
    tail = plain[-40:]
    if _DATE.search(tail) and _DATE_GOES_ON.match(after):
        return True
    if _LABEL.match(plain):
        return True
    listed = _FIRST_OF_LIST.match(plain) is not None and _LAST_NUMBER.search(tail) is not None
    return listed and not _OPENER.match(after)


def _is_short(plain: str, after: str) -> bool:
    """Whether the stop belongs to an abbreviation that ends no sentence here."""
    tail = plain[-40:]
    if _TITLE.search(tail):
        return True
    if _BEFORE_NUMBER.search(tail):
        return after.lstrip()[0].isdigit() or not _ends_word(tail, after)
    if _ETC.search(tail):
        return False
    if _HOUR.search(tail):
        return _TIME_GOES_ON.match(after) is not None or _is_korean(after)
    return _is_name_in_short(tail, after)


def _is_name_in_short(tail: str, after: str) -> bool:
    """Companies, initials and countries; vitamin C and its like are words."""
    if _COMPANY.search(tail):
        return not _OPENER.match(after)
    if _NAMED_BY_LETTER.search(tail) or (tail.endswith("D.C.") and _SUBJECT.match(after)):
        return False
    return _CAPITALS.search(tail) is not None and not (_is_plural(tail) and _OPENER.match(after))


def _ends_word(tail: str, after: str) -> bool:
    """No, Mar and the like are words too when the next sentence begins."""
    return tail.endswith("No.") or _OPENER.match(after) is not None


def _is_plural(tail: str) -> bool:
    """Whether an abbreviation has several letters (U.S.); one letter is an initial."""
    return re.search(r"[A-Za-z]\.\s?[A-Z]\.$", tail) is not None


def _is_korean(after: str) -> bool:
    return "가" <= after.lstrip()[0] <= "힣"
