import datetime as dt
import ipaddress
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from service.errors import EngineAnswerBad, EngineUnavailable
from service.model.speech import Prosody
from service.speech.gtts.client import Client, verified
from service.speech.gtts.engine import GttsEngine, Patience
from service.speech.gtts.frames import NotFrames, duration_ms
from service.speech.gtts.pieces import pieces
from tests.contract import gtts_server as server_side
from tests.contract.gtts_server import GttsServer

TEXT = "보건복지부는 미국을 방문한다고 밝혔다."


@pytest.fixture
def server():
    with GttsServer() as made:
        yield made


@pytest.fixture
def slept():
    return []


@pytest.fixture
def engine(server, slept):
    return GttsEngine(server.address, 2, 3, Patience(slept.append, lambda: 0.5))


def speak(engine, text=TEXT):
    return engine.speak(text, engine.voices()[0], Prosody())


def test_pieces_go_out_one_by_one_in_order_and_language(engine, server):
    text = "첫째 문장은 이렇게 끝난다. " * 12
    speak(engine, text)
    assert "".join(text for text, _ in server.asked).replace(" ", "") == text.replace(" ", "")
    assert all(len(text) <= 100 and language == "ko" for text, language in server.asked)


def test_a_comma_alone_does_not_cut(engine, server):
    speak(engine, "서울, 부산, 대구에서 열린다.")
    assert len(server.asked) == 1


def test_patience_is_asked_for_and_given(engine, server, slept):
    server.script = [server_side.too_many, server_side.broken]
    assert speak(engine).data
    assert slept == [7, pytest.approx(1.0)]


@pytest.mark.parametrize(("chance", "first_s", "second_s"), [(0.0, 0.4, 0.8), (1.0, 0.6, 1.2)])
def test_waits_double_and_scatter_by_a_fifth(chance, first_s, second_s):
    patience = Patience(chance=lambda: chance)
    waits = [patience.wait_s(number) for number in (1, 2)]
    assert waits == [pytest.approx(first_s), pytest.approx(second_s)]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7),
        ("Wed, 21 Oct 2015 07:28:09 GMT", 9),
        ("Wed, 21 Oct 2015 07:27:00 GMT", 0.5),
        ("soon", 0.5),
        ("-3", 0.5),
    ],
)
def test_a_wish_to_wait_is_a_number_or_a_date(server, slept, told, seconds):
    engine = GttsEngine(server.address, 2, 2, Patience(slept.append, lambda: 0.5))
    clock = dt.datetime(2015, 10, 21, 7, 28, tzinfo=dt.UTC)
    engine._client = Client(server.address, 2, verified(), lambda: clock)
    server.script = [server_side.too_many_until(told)]
    assert speak(engine).data
    assert slept == [pytest.approx(seconds)]


def test_who_asks_for_an_hour_is_unavailable_now(engine, server, slept):
    server.script = [server_side.too_many_until("3600")]
    with pytest.raises(EngineUnavailable, match="429"):
        speak(engine)
    assert (len(server.asked), slept) == (1, [])


def test_tries_come_to_an_end(engine, server, slept):
    server.script = [server_side.too_many] * 9
    with pytest.raises(EngineUnavailable):
        speak(engine)
    assert (len(server.asked), len(slept)) == (3, 2)


@pytest.mark.parametrize(
    "behave", ["captcha", "empty", "no_sound", "too_short", "cut_off", "not_base64", "endless"]
)
def test_an_answer_that_is_not_the_whole_sound_is_refused(engine, server, behave):
    server.script = [getattr(server_side, behave)]
    with pytest.raises(EngineAnswerBad):
        speak(engine)


def test_a_bad_piece_spoils_the_whole_text(engine, server):
    server.script = [server_side.whole, server_side.captcha]
    with pytest.raises(EngineAnswerBad):
        speak(engine, "첫째 문장은 이렇게 끝난다. " * 12)


@pytest.mark.parametrize("behave", ["dripping", "dripping_head", "mute"])
def test_a_slow_answer_ends_at_the_deadline(server, behave):
    engine = GttsEngine(server.address, 0.3, 1)
    server.script = [getattr(server_side, behave)]
    with pytest.raises(EngineUnavailable, match="in time"):
        speak(engine)


def test_a_connection_that_breaks_is_tried_again(engine, server, slept):
    server.script = [server_side.hanging_up]
    assert speak(engine).data
    assert (len(server.asked), slept) == (2, [pytest.approx(0.5)])


@pytest.mark.parametrize("behave", ["redirect", "forbidden"])
def test_an_answer_that_sends_us_away_is_not_followed_nor_repeated(engine, server, behave):
    server.script = [getattr(server_side, behave)]
    with pytest.raises(EngineUnavailable):
        speak(engine)
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_is_unavailable(slept):
    with pytest.raises(EngineUnavailable):
        speak(GttsEngine("http://127.0.0.1:1/", 1, 2, Patience(slept.append)))
    assert len(slept) == 1


def test_the_address_may_have_a_path(server):
    speak(GttsEngine(f"{server.address}proxy", 2, 1))
    assert server.paths == ["/proxy/_/TranslateWebserverUi/data/batchexecute"]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path, slept):
    with GttsServer(own_certificate(tmp_path)[0]) as server:
        with pytest.raises(EngineUnavailable, match="certificate"):
            speak(GttsEngine(server.address, 2, 3, Patience(slept.append)))
        assert (server.asked, slept) == ([], [])


def test_a_certificate_of_another_host_is_refused(tmp_path):
    tls, file = own_certificate(tmp_path, host="127.0.0.2")
    trusting = ssl.create_default_context(cafile=str(file))
    with GttsServer(tls) as server:
        with pytest.raises(EngineUnavailable, match="certificate"):
            Client(server.address, 2, trusting).ask(TEXT, "ko")
        assert server.asked == []


def test_a_trusted_certificate_is_taken(tmp_path):
    tls, file = own_certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=str(file))
    with GttsServer(tls) as server:
        assert Client(server.address, 2, trusting).ask(TEXT, "ko")


def test_certificates_are_checked_by_default():
    context = verified()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_a_language_is_spoken_by_its_own_voice(engine, server):
    engine.speak("The minister said so.", engine.voices()[1], Prosody())
    assert server.asked == [("The minister said so.", "en")]


def test_pieces_without_letters_are_not_asked_for(engine, server):
    speak(engine, f"{TEXT} " + "※ " * 90)
    assert all(any(map(str.isalnum, text)) for text, _ in server.asked)


def test_foreign_names_in_a_korean_text_may_be_said_fast(engine, server):
    text = "International Business Machines 방문"
    server.script = [server_side.lasting(35 * len(text))]
    assert speak(engine, text).data


def own_certificate(folder, host="127.0.0.1"):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    file = folder / "own.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, file


@given(st.text(max_size=600))
def test_pieces_lose_nothing_and_are_short_enough(text):
    made = pieces(text)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(0 < len(piece) <= 100 for piece in made)


def test_frames_are_counted():
    assert duration_ms(server_side.mp3(1_000)) == pytest.approx(1_000, abs=80)


def test_a_tag_before_the_frames_is_no_sound():
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x05" + bytes(5)
    data = server_side.mp3(1_000)
    assert duration_ms(tag + data) == duration_ms(data)


@pytest.mark.parametrize(
    ("header", "size", "frame_ms"),
    [("fff364c4", 144, 24), ("fff344c4", 96, 24), ("fffb90c4", 417, 26.12), ("ffe338c4", 216, 72)],
)
def test_frames_of_all_versions_are_measured(header, size, frame_ms):
    frame = bytes.fromhex(header) + bytes(size - 4)
    assert duration_ms(frame * 3) == pytest.approx(3 * frame_ms, abs=0.1)


@pytest.mark.parametrize(
    "data",
    [b"<html>", b"\xff\xfb", server_side.mp3(200)[:-1], b"\0" * 200, b"\xff\xf3\xf4\xc4" * 99],
)
def test_what_is_no_whole_frame_is_told(data):
    with pytest.raises(NotFrames):
        duration_ms(data)
