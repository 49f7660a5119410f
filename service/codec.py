"""Values to JSON and back; unions carry the name of their class under "is"."""

import json
from functools import cache
from typing import Any, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import JsonConverter, make_converter
from cattrs.strategies import configure_tagged_union

from service.model.document import Block
from service.model.source import Source

T = TypeVar("T")


@cache
def _converter() -> JsonConverter:
    converter = make_converter(omit_if_default=True)
    for union in (Block, Source):
        configure_tagged_union(union, converter, tag_name="is")
    return converter


def to_json(value: object, kind: Any = None, *, indent: int | None = None) -> str:
    """JSON text of a value; give `kind` when the value is one of a union."""
    plain = _converter().unstructure(value, unstructure_as=kind)
    return _dumps(plain, indent)


def to_plain(value: object, kind: Any = None) -> Any:
    """The value as dictionaries, lists and scalars."""
    return _converter().unstructure(value, unstructure_as=kind)


def from_json(text: str | bytes, kind: type[T]) -> T:
    """The value that `to_json` wrote; raises ValueError on anything else."""
    try:
        return _converter().loads(text, kind)
    except (BaseValidationError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {getattr(kind, '__name__', kind)}") from error


def _dumps(plain: Any, indent: int | None) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=indent)
