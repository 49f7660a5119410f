"""A real Firefox, spoken to in its own protocol (Marionette: JSON over a local socket)."""

import contextlib
import json
import socket
import subprocess
import time

FIREFOX = "/usr/bin/firefox-esr"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that WebDriver gives references
START_WITHIN_S = 60
PREFERENCES = {
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "ko-KR, ko",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """One window; texts of scripts are expressions, names are what the page itself is asked."""

    def __init__(self, port):
        self.socket = connected(port)
        self.reader = self.socket.makefile("rb")
        self.count = 0
        self.answer()
        self.ask("WebDriver:NewSession", {})

    def ask(self, name, given):
        self.count += 1
        sent = json.dumps([0, self.count, name, given])
        self.socket.sendall(f"{len(sent.encode())}:{sent}".encode())
        _, _, error, result = self.answer()
        assert error is None, error
        return result

    def answer(self):
        size = b""
        while (digit := self.reader.read(1)) != b":":
            size += digit
        return json.loads(self.reader.read(int(size)))

    def goto(self, url):
        self.ask("WebDriver:Navigate", {"url": url})

    def evaluate(self, expression):
        script = {"script": f"return {expression}", "args": []}
        return self.ask("WebDriver:ExecuteScript", script)["value"]

    def wait_for_timeout(self, ms):
        time.sleep(ms / 1000)

    def click(self, selector):
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self.ask("WebDriver:ElementClick", {"id": found["value"][ELEMENT]})

    def press(self, *keys):
        """Keys as WebDriver codes them, one after the other, wherever focus is."""
        self.stroke([(kind, key) for key in keys for kind in ("keyDown", "keyUp")])

    def hold(self, held, key):
        """One key while another is held."""
        self.stroke([("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)])

    def stroke(self, told):
        strokes = [{"type": kind, "value": key} for kind, key in told]
        self.ask(
            "WebDriver:PerformActions",
            {"actions": [{"type": "key", "id": "keys", "actions": strokes}]},
        )

    def close(self):
        self.reader.close()
        self.socket.close()


def connected(port):
    end = time.monotonic() + START_WITHIN_S
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextlib.contextmanager
def firefox_in(folder, port, environ=None):
    """Firefox with a profile of its own in a folder, without a screen."""
    given = {**PREFERENCES, "marionette.port": port}
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in given.items()
    ]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", folder]
    process = subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        browser = Firefox(port)
        yield browser
        browser.close()
    finally:
        process.terminate()
        process.wait(20)
