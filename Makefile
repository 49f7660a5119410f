.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
# The order of tests, the same everywhere; `make test SEED=2` tries another one.
SEED ?= 3210538087
# Most tests wait as much as they work: one process more than there are processors.
JOBS ?= $(shell echo $$(($$(nproc) + 1)))
PYTEST := $(VENV)/bin/python -m pytest --randomly-seed=$(SEED)
BIN := $(VENV)/bin

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

$(VENV)/.run: requirements.txt
	@.ci/venv $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

run: $(VENV)/.run ## Start the service with the sample release on http://127.0.0.1:8000
	LISTEN_SAMPLE=$${LISTEN_SAMPLE:-yes} LISTEN_HANDOVER=$${LISTEN_HANDOVER:-yes} $(BIN)/python -m service serve

setup: $(VENV)/.dev ## Install what development and tests need

lock: $(VENV)/.dev ## Pin requirements.txt and tests/requirements.txt anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -q -o requirements.txt
	$(BIN)/uv pip compile --group dev --constraint requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -q -o tests/requirements.txt

browser: ## On Debian as root, install Chromium, Firefox, Orca and Korean fonts; elsewhere say what to install
	@.ci/browser

test: $(VENV)/.dev browser player-tools ## Set up what tests need and run all of them
	$(PYTEST) --numprocesses=$(JOBS) --dist=loadgroup

test-browser: $(VENV)/.dev browser player-tools ## Only the tests of the page in real browsers
	$(PYTEST) --numprocesses=$(JOBS) --dist=loadgroup tests/browser

orca: $(VENV)/.dev browser ## Have a real screen reader read and listen, on a screen in memory
	$(BIN)/python -m pytest tests/orca

player-tools: tests/js/node_modules/.installed

tests/js/node_modules/.installed: tests/js/package-lock.json
	cd tests/js && npm ci --silent --no-audit --no-fund
	@touch $@

lint: $(VENV)/.dev ## ruff (all rules), mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy bench/player
	$(BIN)/lint-imports

fmt: $(VENV)/.dev ## Format the code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## Print speed as ratios against the usual script, in the same run
	$(BIN)/python bench/listening.py

bench-documents: $(VENV)/.dev ## Print how right generated documents are read, beside other readers
	$(BIN)/python bench/documents.py

bench-alignment: $(VENV)/.dev ## Word times against festival's own (when installed) and times by share
	$(BIN)/python bench/alignment.py

bench-memory: $(VENV)/.dev ## Memory of every process while ten hours are made, minutes long
	$(BIN)/python bench/memory.py

bench-reading: $(VENV)/.dev ## Print how right and fast reading is, beside other readers; CASES="a.tsv b.tsv" adds rows
	$(BIN)/python bench/reading.py $(CASES)

bench-player: $(VENV)/.dev browser bench/player/node_modules/.installed ## Print our player beside others: names, keys, bytes, colours, times
	$(BIN)/python bench/player/compare.py

bench/player/node_modules/.installed: bench/player/package-lock.json
	cd bench/player && npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

docs: $(VENV)/.dev ## Write the generated page of settings
	$(BIN)/python -c "from service.settings import as_page; print(as_page(), end='')" > docs/settings.md

.PHONY: help run setup lock test test-browser browser orca player-tools lint fmt bench bench-documents bench-alignment bench-memory bench-reading bench-player docs
