import re

import pytest
from lxml import etree

from service.extract import sites
from service.extract.sites import Site, site_of

NO_PATHS = ("hosts", "agency", "department", "file_calls", "forms_by_get")
PATHS = [name for name in Site.__dataclass_fields__ if name not in NO_PATHS]


@pytest.mark.parametrize("site", sites.sites(), ids=lambda site: site.hosts[0])
def test_every_description_can_be_used(site):
    assert site.hosts
    assert set(site.agency) == {"ko", "en"}
    for name in PATHS:
        etree.XPath(getattr(site, name))
    etree.XPath(site.department or ".")
    for call in site.file_calls:
        assert re.compile(call.call).groups >= call.address.count("{")


def test_a_host_is_described_by_name_or_pattern(monkeypatch):
    def described(host):
        return Site((host,), {}, *[""] * len(PATHS))

    every, one = described("*.example.kr"), described("www.example.kr")
    monkeypatch.setattr(sites, "sites", lambda: (every, one))
    assert site_of("www.example.kr") is one
    assert site_of("news.example.kr") is every
    assert site_of("example.org") is None
