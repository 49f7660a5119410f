"""How the browser of the tests and of the benches is started, and how often a page is looked at."""

# The whole browser, as people have it: what is timed, and what a screen reader reads, is its.
CHROMIUM = "/usr/bin/chromium"
# The same engine without windows of its own: a page costs a third of the processor's time.
HEADLESS = "/usr/bin/chromium-headless-shell"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOOK_EVERY_MS = 25
