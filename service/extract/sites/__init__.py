"""Descriptions of sites: where each part of a release stands, as XPath, one file a site."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any

from service.extract.html_links import FileCall


@dataclass(frozen=True, slots=True)
class Site:
    """One site's board.

    `hosts` are its names, with * for any part of one. All others are XPaths: `title`, `body` (one
    element each), `facts` (elements that hold a name and a text, found by `fact_name` and
    `fact_text` within), `date` (text that contains the date), `attachments` (one element each,
    with `file_name`, `file_link` and `file_facts` within), and `department`, which may be left out
    where `facts` has it. `agency` is by language. `file_calls` say what address a script's call
    stands for; `forms_by_get` that the site's POST forms give their files to GET too.
    """

    hosts: tuple[str, ...]
    agency: dict[str, str]
    title: str
    body: str
    date: str
    facts: str
    fact_name: str
    fact_text: str
    attachments: str
    file_name: str
    file_link: str
    file_facts: str
    department: str = ""
    file_calls: tuple[FileCall, ...] = ()
    forms_by_get: bool = False


@cache
def sites() -> tuple[Site, ...]:
    """All described sites."""
    files = sorted(resources.files(__name__).iterdir(), key=lambda file: file.name)
    tables = [tomllib.loads(f.read_text("utf-8")) for f in files if f.name.endswith(".toml")]
    return tuple(site_from(table) for table in tables)


def site_from(table: dict[str, Any]) -> Site:
    """A description as its file holds it."""
    calls = tuple(FileCall(**call) for call in table.get("file_calls", ()))
    return Site(**{**table, "hosts": tuple(table["hosts"]), "file_calls": calls})


def site_of(host: str) -> Site | None:
    """The description of a host's board, or None; a full name goes before a pattern."""
    named = (site for site in sites() if host in site.hosts)
    matching = (s for s in sites() if any(fnmatchcase(host, each) for each in s.hosts))
    return next(named, None) or next(matching, None)
