import pytest

from service.errors import SourceAddressInvalid, SourceNotAllowed
from service.fetch.guard import Rules, admit, may_connect, networks

LISTED = Rules(hosts=("www.mohw.go.kr", "*.korea.kr", "docs.example:8443"), allow_http=False)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.mohw.go.kr/board.es?mid=a1&list_no=3", None),
        ("  https://www.mohw.go.kr/a#part ", "https://www.mohw.go.kr/a"),
        ("https://WWW.MOHW.GO.KR", "https://www.mohw.go.kr/"),
        ("https://www.mohw.go.kr./a", "https://www.mohw.go.kr/a"),
        ("https://www.mohw.go.kr:443/a", "https://www.mohw.go.kr/a"),
        ("https://www.korea.kr/a", None),
        ("https://docs.example:8443/a", None),
        ("https://www.mohw.go.kr/보도.pdf", "https://www.mohw.go.kr/%EB%B3%B4%EB%8F%84.pdf"),
        ("https://www.mohw.go.kr/a%20b?q=%3D", None),
    ],
)
def test_listed_addresses_are_admitted_in_one_form(address, url):
    assert admit(address, LISTED).url == (url or address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "www.mohw.go.kr/a",
        "ftp://www.mohw.go.kr/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://user:secret@www.mohw.go.kr/",
        "https://www.mohw.go.kr\\@evil.example/",
        "https://www.mohw.go.kr/a b",
        "https://www.mohw.go.kr/\r\nHost: evil",
        "https://www.mohw.go.kr:99999/",
        "https://[::1/",
        "https://www.mohw.go.kr/" + "a" * 2048,
    ],
)
def test_what_is_no_address_is_invalid(address):
    with pytest.raises(SourceAddressInvalid):
        admit(address, LISTED)


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "https://www.mohw.go.kr.evil.example/",
        "https://korea.kr/",  # "*." takes hosts below, not the name itself
        "https://evilkorea.kr/",
        "http://www.mohw.go.kr/",
        "https://www.mohw.go.kr:8443/",
        "https://docs.example/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://2130706433/",
    ],
)
def test_what_is_not_listed_is_not_allowed(address):
    with pytest.raises(SourceNotAllowed):
        admit(address, LISTED)


def test_an_empty_list_admits_nothing():
    with pytest.raises(SourceNotAllowed):
        admit("https://www.mohw.go.kr/", Rules())


def test_http_is_admitted_only_where_it_is_switched_on():
    rules = Rules(hosts=("www.mohw.go.kr",), allow_http=True)
    assert admit("http://www.mohw.go.kr/a", rules).port == 80


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.0.1",
        "169.254.169.254",
        "100.100.100.200",
        "0.0.0.0",  # noqa: S104 - an address to refuse, not to listen on
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_private_and_special_networks_are_never_connected_to(address):
    assert may_connect(address, Rules(hosts=("*",))) is False


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_addresses_may_be_connected_to(address):
    assert may_connect(address, Rules()) is True


def test_a_listed_private_network_may_be_connected_to():
    rules = Rules(networks=networks(["10.1.0.0/16", "fd00::/64"]))
    assert may_connect("10.1.2.3", rules)
    assert may_connect("fd00::5", rules)
    assert not may_connect("10.2.0.1", rules)
