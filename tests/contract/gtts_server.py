"""A local server that speaks the gtts protocol, and misbehaves when told to."""

import base64
import functools
import json
import ssl
import threading
import urllib.parse
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import lameenc

MS_PER_CHARACTER = 110


@functools.cache
def mp3(duration_ms: int) -> bytes:
    """MP3 of a quiet tone, as long as asked for."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(24_000)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    period = b"".join(level.to_bytes(2, "little", signed=True) * 60 for level in (600, -600))
    samples = period * (24 * duration_ms // 120)
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())


def answer(sound: bytes) -> bytes:
    """The answer that carries a sound."""
    inner = json.dumps([base64.b64encode(sound).decode()], separators=(",", ":"))
    rows = [["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]]
    return b")]}'\n\n" + json.dumps(rows, separators=(",", ":")).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        (request,) = json.loads(urllib.parse.parse_qs(body)["f.req"][0])[0]
        text, language, *_ = json.loads(request[1])
        self.server.asked.append((text, language))
        self.server.paths.append(self.path)
        script = self.server.script
        behave = script.pop(0) if script else whole
        try:
            behave(self, text)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client has left, as it should

    def send(self, status, body, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def whole(handler, text):
    handler.send(200, answer(mp3(MS_PER_CHARACTER * len(text))))


def too_many(handler, text):
    handler.send(429, b"slow down", Retry_After="7")


def too_many_until(told):
    return lambda handler, text: handler.send(429, b"slow down", Retry_After=told)


def lasting(duration_ms):
    return lambda handler, text: handler.send(200, answer(mp3(duration_ms)))


def captcha(handler, text):
    handler.send(200, b"<html>Are you a robot?</html>", Content_Type="text/html")


def empty(handler, text):
    handler.send(200, b"")


def no_sound(handler, text):
    handler.send(200, answer(b""))


def too_short(handler, text):
    handler.send(200, answer(mp3(100)))


def cut_off(handler, text):
    handler.send(200, answer(mp3(MS_PER_CHARACTER * len(text))[:-50]))


def dripping(handler, text):
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.stopping.wait(0.05):
        handler.wfile.write(b" ")


def dripping_head(handler, text):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.server.stopping.wait(0.05):
        handler.wfile.write(b"a")


def mute(handler, text):
    handler.server.stopping.wait(5)


def hanging_up(handler, text):
    handler.close_connection = True


def redirect(handler, text):
    handler.send(302, b"", Location="/sorry/index")


def forbidden(handler, text):
    handler.send(403, b"")


def not_base64(handler, text):
    handler.send(200, answer(mp3(1_000)).replace(b'[\\"', b'[\\"AAA', 1))


def endless(handler, text):
    handler.send(200, bytes(6_000_000))


def broken(handler, text):
    handler.send(503, b"")


class GttsServer(ThreadingHTTPServer):
    """`script` holds what to do with the next requests; after it, all is well."""

    def __init__(self, tls: ssl.SSLContext | None = None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Callable] = []
        self.asked: list[tuple[str, str]] = []
        self.paths: list[str] = []
        self.stopping = threading.Event()
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self.server_port}/"

    def handle_error(self, request, client_address):
        """A client that refuses the certificate is what a test wants."""

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self.shutdown()
        self.server_close()
