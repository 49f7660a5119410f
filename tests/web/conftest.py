"""A running application over fakes; its worker is one thread that reads at once."""

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.web.staging import staged


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    made = staged(
        tmp_path_factory.mktemp("kept"),
        HANDOVER="yes",
        SAMPLE="yes",
        EMBED_ORIGINS="https://portal.example",
    )
    yield made
    made.close()


@pytest.fixture(scope="module")
def app(services):
    with working(services, ("read", "speak")):
        yield create_app(services)


@pytest.fixture(scope="module")
def client(app):
    return app.test_client()
