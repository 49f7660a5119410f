"""All routes are written down, so that none appears or changes unseen."""

from pathlib import Path

import pytest

WRITTEN = Path(__file__).with_name("routes.txt")


def test_the_routes_are_those_that_are_written_down(app):
    routes = sorted(
        f"{rule.rule} {' '.join(sorted(rule.methods - {'HEAD', 'OPTIONS'}))} {rule.endpoint}"
        for rule in app.url_map.iter_rules()
    )
    assert routes == WRITTEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.kwcag("6.2.1", "7.3.3")
def test_no_route_keeps_a_session(app):
    assert app.secret_key is None
