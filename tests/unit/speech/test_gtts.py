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
from service.speech.gtts.engine import GttsEngine
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
    return GttsEngine(server.address, 1, 3, sleep=slept.append)


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
    assert slept[0] == 7
    assert 0.7 < slept[1] < 1.3


def test_tries_come_to_an_end(engine, server, slept):
    server.script = [server_side.too_many] * 9
    with pytest.raises(EngineUnavailable):
        speak(engine)
    assert (len(server.asked), len(slept)) == (3, 2)


@pytest.mark.parametrize("behave", ["captcha", "empty", "no_sound", "too_short", "cut_off"])
def test_an_answer_that_is_not_the_whole_sound_is_refused(engine, server, behave):
    server.script = [getattr(server_side, behave)]
    with pytest.raises(EngineAnswerBad):
        speak(engine)


def test_a_bad_piece_spoils_the_whole_text(engine, server):
    server.script = [server_side.whole, server_side.captcha]
    with pytest.raises(EngineAnswerBad):
        speak(engine, "첫째 문장은 이렇게 끝난다. " * 12)


def test_a_dripping_answer_ends_at_the_deadline(server):
    engine = GttsEngine(server.address, 0.3, 1)
    server.script = [server_side.dripping]
    with pytest.raises(EngineUnavailable):
        speak(engine)


def test_a_server_that_is_not_there_is_unavailable():
    with pytest.raises(EngineUnavailable):
        speak(GttsEngine("http://127.0.0.1:1/", 1, 1))


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    with GttsServer(own_certificate(tmp_path)) as server:
        with pytest.raises(EngineUnavailable):
            speak(GttsEngine(server.address, 2, 1))
        assert server.asked == []


def own_certificate(folder):
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
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
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
    return context


@given(st.text(max_size=600))
def test_pieces_lose_nothing_and_are_short_enough(text):
    made = pieces(text)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(0 < len(piece) <= 100 for piece in made)


def test_frames_are_counted():
    assert duration_ms(server_side.mp3(1_000)) == pytest.approx(1_000, abs=80)


@pytest.mark.parametrize("data", [b"<html>", b"\xff\xfb", server_side.mp3(200)[:-1], b"\0" * 200])
def test_what_is_no_whole_frame_is_told(data):
    with pytest.raises(NotFrames):
        duration_ms(data)
