"""One way out for everything that goes wrong.

Programs get RFC 9457 problem details, people an accessible page; which text they read is decided
by the code of the error alone.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from service.errors import (
    ListenError,
    MethodNotAllowed,
    PageUnknown,
    RequestInvalid,
    RequestTooLarge,
    UnexpectedFailure,
    WorkNotFinished,
)
from service.messages import text
from service.web.headers import request_id
from service.web.interface import accepted_language, language, speaking
from service.web.readings import state_address

PROBLEM_JSON = "application/problem+json"
RETRY_AFTER_S = 2

_log = logging.getLogger(__name__)
_PROGRAM_PATHS = ("/audio/", "/segments/", "/manifests/", "/captions/", "/readings/")
_KEPT_HEADERS = ("allow", "content-range")
_ACCEPTED, _REDIRECTS_END = 202, 400
_BY_STATUS: Mapping[int, type[ListenError]] = {
    404: PageUnknown,
    405: MethodNotAllowed,
    413: RequestTooLarge,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is told about an error; programs also get the members `told`."""

    code: str
    status: int
    retryable: bool
    told: Mapping[str, Any] = field(default_factory=dict)


def install(app: Flask) -> None:
    """Answer every exception."""
    app.register_error_handler(ListenError, _known)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unexpected)


def _known(error: ListenError) -> Response:
    if isinstance(error, WorkNotFinished) and not _for_program():
        return _waiting(error)
    _log.info("problem code=%s request=%s detail=%s", error.code, request_id(), error)
    told = _progress(error) if isinstance(error, WorkNotFinished) and error.ticket else {}
    return _answer(Problem(error.code, error.status, error.retryable, told), {})


def _progress(error: WorkNotFinished) -> Mapping[str, Any]:
    state = state_address(error.ticket)
    return {"pagesRead": error.pages_read, "pages": error.pages, "reading": state}


def _of_http(error: HTTPException) -> WerkzeugResponse:
    """Errors that Flask and Werkzeug raise themselves, under our codes and their status."""
    status = error.code or UnexpectedFailure.status
    if status < _REDIRECTS_END:
        return error.get_response(request.environ)
    ours = status >= UnexpectedFailure.status
    kind = _BY_STATUS.get(status, UnexpectedFailure if ours else RequestInvalid)
    kept = {name: value for name, value in error.get_headers() if name.lower() in _KEPT_HEADERS}
    return _answer(Problem(kind.code, status, kind.retryable), kept)


def _unexpected(error: Exception) -> Response:
    _log.error("unexpected request=%s", request_id(), exc_info=error)
    kind = UnexpectedFailure
    return _answer(Problem(kind.code, kind.status, kind.retryable), {})


def _answer(problem: Problem, headers: Mapping[str, str]) -> Response:
    response = _as_json(problem) if _for_program() else _as_page(problem)
    response.headers.update(headers)
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(("Accept", "Accept-Language"))
    if problem.retryable:
        response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response


def _for_program() -> bool:
    if request.path.startswith(_PROGRAM_PATHS):
        return True
    offered = ("text/html", "application/json", PROBLEM_JSON)
    return request.accept_mimetypes.best_match(offered, "text/html") != "text/html"


def _as_json(problem: Problem) -> Response:
    """The body of RFC 9457 and members of our own: code, retryable and others."""
    chosen = accepted_language()
    body = {
        "type": f"urn:deutgi:problem:{problem.code}",
        "title": text("problem", "title", chosen),
        "status": problem.status,
        "detail": text("errors", problem.code, chosen),
        "instance": request.path,
        "code": problem.code,
        "retryable": problem.retryable,
        "request_id": request_id(),
        **problem.told,
    }
    response = Response(json.dumps(body, ensure_ascii=False), problem.status)
    response.content_type = PROBLEM_JSON
    response.content_language.add(chosen)
    return response


def _as_page(problem: Problem) -> Response:
    chosen = accepted_language()
    html = render_template(
        "pages/error.html",
        problem=problem,
        request_id=request_id(),
        address=request.full_path,
        **speaking(chosen),
    )
    return Response(html, problem.status, mimetype="text/html")


def _waiting(error: WorkNotFinished) -> Response:
    """The page that says a document is still being read; the same address shows it later."""
    html = render_template(
        "pages/waiting.html",
        address=request.full_path,
        pages_read=error.pages_read,
        pages=error.pages,
        state=state_address(error.ticket) if error.ticket else "",
        **speaking(language()),
    )
    response = Response(html, _ACCEPTED, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response
