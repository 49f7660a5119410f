"""Lines all in capitals: their words are words, their acronyms letters.

| written | spoken |
| --- | --- |
| GUIDE TO SAFE WATER USE | guide to safe water use |
| WHO AND KDCA SIGN MOU | W H O and K D C A sign M O U |
"""

import re

from service.text.rules import Match, after, before

# Letter by letter although they could be words.
_LETTERS = frozenset(
    "WHO MOU EU UN US UK UAE USA AI IT ICT ROK ADB CEO CTO CFO COO CIO NGO HIV ICU NICU ER IV HR "
    "QR ODA ESG SME SMES AED API IOT ETA EPA NIH ITU ILO IAEA ISO IOC UHC OTC AMR EMR EHR USB VIP "
    "OEM IPO ROI IRB UCLA LA KST PEF EEZ LED CIS IMO EDCF MOEL MOIS UNFPA UNIDO OIE EEG ECG EKG "
    "MRI CT IP ID PR TV DMZ FAO WIC GMO IUD IVF APT ADHD OLED ADR HBM ASF "
    "UNEP UHD AIIB IDA IFC ADA".split()
)
_WORD = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])")
_SMALL = re.compile(r"[a-z]{2}")
_BEGINS = (
    "B|C|D|F|G|H|J|K|L|M|N|P|QU|R|S|T|V|W|Y|Z|BL|BR|CH|CL|CR|DR|FL|FR|GL|GR|KN|PH|PL|PR|SC|SCH|"
    "SCR|SH|SHR|SK|SL|SM|SN|SP|SPL|SPR|SQU|ST|STR|SW|TH|THR|TR|TW|WH|WR"
)
_ENDS = (
    "B|BS|C|CK|CKS|CT|CTS|CH|D|DS|F|FF|FFS|FT|FTS|G|GH|GHT|GHTS|GN|GNS|GS|H|K|KS|L|LD|LDS|LF|LK|LL|"
    "LLS|LM|LP|LS|LT|LTH|LTS|M|MB|MP|MPS|MPT|MS|N|NCH|ND|NDS|NG|NGS|NGTH|NK|NKS|NS|NT|NTH|NTHS|NTS|"
    "P|PS|PT|PTS|R|RB|RC|RCH|RD|RDS|RF|RG|RK|RKS|RL|RLD|RM|RMS|RN|RNS|RP|RS|RST|RT|RTH|RTS|S|SH|SK|"
    "SKS|SM|SP|SS|ST|STS|T|TCH|TH|THS|TS|TT|W|WL|WN|WNS|WS|X|XT|Z|ZZ|V"
)
_SAYABLE = re.compile(
    rf"(?:{_BEGINS})?[AEIOUY]+(?:[BCDFGHJKLMNPQRSTVWXZ]{{1,4}}[AEIOUY]+){{0,8}}(?:{_ENDS})?"
)

# A phrase in capitals within another line: THE NEXT FIVE YEARS, but not WHO, FAO and UNEP.
_RUN_BEFORE = re.compile(r"(?:(?<![A-Za-z])[A-Z]+[\s-]+){1,12}$")
_RUN_BEHIND = re.compile(r"^(?:[\s-]+[A-Z]+(?![A-Za-z])){1,12}")
_JOINING = re.compile(r"\b(?:THE|OF|TO|AND|FOR|IN|ON|AT|BY|WITH|FROM|IS|ARE|WILL|OUR|YOUR)\b")
_FEWEST_BESIDE = 2


def is_word(match: Match) -> bool:
    """Whether these capitals are a word of a line that is all in capitals."""
    word = match.group(1)
    if word in _LETTERS or not _SAYABLE.fullmatch(word):
        return False
    around = f"{before(match)} {after(match)}"
    if _WORD.search(around) is not None and not _SMALL.search(around):
        return True
    run = f"{_run(_RUN_BEFORE, before(match))} {_run(_RUN_BEHIND, after(match))}"
    return len(_WORD.findall(run)) >= _FEWEST_BESIDE and _JOINING.search(run) is not None


def _run(pattern: re.Pattern[str], text: str) -> str:
    """The words in capitals that stand right beside."""
    found = pattern.search(text)
    return found.group() if found else ""
