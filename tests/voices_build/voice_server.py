"""A local publisher of voices, which misbehaves when told to."""

import io
import tarfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ETAG = '"first"'


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append(
            (self.path, self.headers.get("Range"), self.headers.get("If-Range"))
        )
        script = self.server.script
        behave = script.pop(0) if script else whole
        try:
            behave(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client has left

    def head(self, status, length, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        for name, value in ({"ETag": self.server.etag} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def whole(handler):
    """The file, or the part that was asked for when it is still the same file."""
    data, begin = handler.server.data, 0
    asked = handler.headers.get("Range")
    if asked and handler.headers.get("If-Range") == handler.server.etag:
        begin = int(asked.removeprefix("bytes=").rstrip("-"))
    if begin:
        place = f"bytes {begin}-{len(data) - 1}/{len(data)}"
        handler.head(206, len(data) - begin, Content_Range=place)
    else:
        handler.head(200, len(data))
    handler.wfile.write(data[begin:])


def cut(share):
    """A connection that breaks off."""

    def behave(handler):
        data = handler.server.data
        handler.head(200, len(data))
        handler.wfile.write(data[: int(len(data) * share)])
        handler.close_connection = True

    return behave


def drip(handler):
    """A byte now and then."""
    handler.head(200, len(handler.server.data))
    for byte in handler.server.data:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler):
    """A head, and then nothing."""
    handler.head(200, len(handler.server.data))
    handler.wfile.flush()
    time.sleep(2)
    handler.close_connection = True


def endless(handler):
    """More than was told anywhere."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"1000\r\n" + bytes(0x1000) + b"\r\n")


def status(number, **headers):
    return lambda handler: handler.head(number, 0, **headers)


def another_part(handler):
    """A part that begins elsewhere than was asked for."""
    data = handler.server.data
    handler.head(206, len(data) - 1, Content_Range=f"bytes 1-{len(data) - 1}/{len(data)}")
    handler.wfile.write(data[1:])


class VoiceServer:
    """Serves `data` at any path; `script` holds how the next requests are answered."""

    def __enter__(self):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.asked, self._server.script = [], []
        self._server.data, self._server.etag = b"", ETAG
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}/voice.tar.bz2"

    @property
    def asked(self):
        return self._server.asked

    def offer(self, data, *script, etag=ETAG):
        self._server.data, self._server.etag = data, etag
        self._server.script[:] = script
        self._server.asked.clear()
        return self


def archive(folder, root="tiny-voice", extra=()):
    """A folder as its publisher packs it, with more members where a test wants some."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:bz2") as tar:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                tar.add(path, f"{root}/{path.relative_to(folder).as_posix()}")
        for member, data in extra:
            tar.addfile(member, io.BytesIO(data))
    return made.getvalue()


def member(name, data=b"x", kind=tarfile.REGTYPE, link=""):
    """One member of an archive, honest or not."""
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    made.size = len(data) if kind == tarfile.REGTYPE else 0
    return made, data
