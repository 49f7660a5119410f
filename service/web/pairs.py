"""Two releases of one event on one page: `/listen?url=…&with=…`."""

from flask import render_template, request

from service.errors import RequestInvalid
from service.model.narration import TableManner
from service.usecases.choose_voices import pair_in_voices, voices_chosen, voices_offered
from service.usecases.pair_releases import PairReading, open_pair, plan_in_turns
from service.web.facts import is_web
from service.web.interface import (
    ORDER,
    TABLES,
    VOICE,
    WITH,
    asked_manner,
    asked_voices,
    other_parameters,
    services,
)
from service.web.pair_view import pair_view

TURNS, WHOLE = "turns", "whole"
"""Orders of reading: step by step in both languages, or each language as a whole."""


def is_asked() -> bool:
    """Whether the address names a second document."""
    return bool(request.args.get(WITH, "").strip())


def page(address: str) -> str:
    """The page of the documents at an address and at the one that `with` names."""
    other = request.args[WITH].strip()
    if other == address:
        raise RequestInvalid("both addresses are the same")
    parts, voices = services(), asked_voices()
    pair = pair_in_voices(parts, open_pair(parts, address, other, asked_manner()), voices)
    order = asked_order()
    return render_template(
        "pages/pair.html",
        pair=pair_view(pair),
        order=order,
        turns=_manifest_of_turns(pair, order),
        addresses=(address, other),
        originals=tuple(each if is_web(each) else "" for each in (address, other)),
        manner=asked_manner().value,
        manners=tuple(TableManner),
        kept=other_parameters(TABLES),
        voices=voices_offered(parts),
        voices_asked=voices,
        kept_for_voices=other_parameters(VOICE),
    )


def asked_order() -> str:
    """The order that the address asks for; each language as a whole when it asks for none."""
    return TURNS if request.args.get(ORDER) == TURNS else WHOLE


def _manifest_of_turns(pair: PairReading, order: str) -> str:
    """The plan of both in the voices that the address asks for, empty in the other order."""
    if order != TURNS:
        return ""
    return plan_in_turns(services(), pair, voices_chosen(services(), asked_voices()))
