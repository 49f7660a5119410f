"""Local servers that speak the protocols of openai and clova, and misbehave when told to."""

import io
import json
import re
import threading
import urllib.parse
import wave
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.contract.gtts_server import MS_PER_CHARACTER, mp3

RATE_HZ = 24_000
KEY, KEY_ID = "a-secret-of-the-customer", "the-customer"


def tone(duration_ms):
    period = b"".join(level.to_bytes(2, "little", signed=True) * 60 for level in (600, -600))
    return period * (RATE_HZ // 1000 * int(duration_ms) // 120)


def wav(duration_ms, channels=1, *, streamed=False):
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(channels)
        made.setsampwidth(2)
        made.setframerate(RATE_HZ)
        one = tone(duration_ms)
        frames = (one[at : at + 2] * channels for at in range(0, len(one), 2))
        made.writeframes(b"".join(frames))
    data = bytearray(file.getvalue())
    if streamed:  # a head that was sent before its length was known
        data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
    return bytes(data)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = self.server.read(self, body)
        self.server.asked.append(asked)
        self.server.headers.append(dict(self.headers))
        script = self.server.script
        behave = script.pop(0) if script else whole
        try:
            behave(self, asked)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, status, body, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def whole(handler, asked):
    if not handler.server.knows(handler):
        handler.send(401, b'{"error": "who are you"}')
        return
    if len(asked["text"]) > handler.server.most_characters:
        handler.send(400, b'{"error": {"errorCode": "VS06", "message": "too long"}}')
        return
    heard = handler.server.heard(asked["text"])
    lasts_ms = MS_PER_CHARACTER * len(heard) / asked["rate"]
    made = {"mp3": mp3, "wav": wav, "pcm": tone}[asked["format"]]
    handler.send(200, made(int(lasts_ms)))


def sending(data, status=200, **headers):
    return lambda handler, asked: handler.send(status, data, **headers)


def keys_of(handler):
    """The keys that a request carried, as any server knows them."""
    names = ("Authorization", "X-NCP-APIGW-API-KEY", "X-NCP-APIGW-API-KEY-ID")
    sent = [handler.headers[name] for name in names if handler.headers[name]]
    return [value.removeprefix("Bearer ") for value in sent]


def repeating_in_body(handler, asked):
    told = {name: " ".join(keys_of(handler)) for name in ("message", "code", "type", "errorCode")}
    handler.send(401, json.dumps({"error": told}).encode())


def repeating_as_a_code(handler, asked):
    handler.send(503, json.dumps({"error_code": keys_of(handler)[0]}).encode())


def repeating_in_head(handler, asked):
    handler.send(403, b"", X_Key=keys_of(handler)[0], Set_Cookie=keys_of(handler)[-1])


def repeating_in_status(handler, asked):
    handler.wfile.write(b"HTTP/1.1 " + keys_of(handler)[0].encode() + b"\r\n\r\n")
    handler.close_connection = True


def repeating_in_broken_head(handler, asked):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + keys_of(handler)[0].encode() + b"\0\r\n\r\n")
    handler.close_connection = True


def repeating_as_sound(handler, asked):
    handler.send(200, keys_of(handler)[0].encode() * 200)


REPEATING = (
    *(repeating_in_body, repeating_as_a_code, repeating_in_head, repeating_in_status),
    *(repeating_in_broken_head, repeating_as_sound),
)


def breaking_off(handler, asked):
    """Half of what the head promised."""
    data = wav(MS_PER_CHARACTER * len(asked["text"]))
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2])
    handler.close_connection = True


def redirecting(handler, asked):
    handler.send(307, b"", Location="/elsewhere")


class VoiceServer(ThreadingHTTPServer):
    """`script` holds what to do with the next requests; after it, all is well."""

    most_characters = 4_096

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Callable] = []
        self.asked: list[dict] = []
        self.headers: list[dict] = []
        self.address = f"http://127.0.0.1:{self.server_port}/"

    def heard(self, text):
        return text

    def handle_error(self, request, client_address):
        """A client that leaves is what a test wants."""

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class OpenAiLike(VoiceServer):
    """POST /v1/audio/speech with JSON and a bearer token."""

    def read(self, handler, body):
        told = json.loads(body)
        return {
            "path": handler.path,
            "text": told["input"],
            "format": told["response_format"],
            "rate": told["speed"],
            "voice": told["voice"],
            "model": told["model"],
        }

    def knows(self, handler):
        return handler.headers["Authorization"] == f"Bearer {KEY}"


class ClovaLike(VoiceServer):
    """POST /tts-premium/v1/tts with a form; brackets are left out, long texts are refused."""

    most_characters = 2_000

    def read(self, handler, body):
        told = {name: values[0] for name, values in urllib.parse.parse_qs(body).items()}
        return {
            "path": handler.path,
            "text": told["text"],
            "format": told["format"],
            "rate": 1 / (1 + int(told["speed"]) / 10),
            "pitch": int(told["pitch"]),
            "voice": told["speaker"],
        }

    def heard(self, text):
        return re.sub(r"\(.*?\)|[%&+=@#~]", "", text)

    def knows(self, handler):
        keys = (handler.headers["X-NCP-APIGW-API-KEY-ID"], handler.headers["X-NCP-APIGW-API-KEY"])
        return keys == (KEY_ID, KEY)
