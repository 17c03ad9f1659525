# make setup, make demo, make test: see README.md. They need Python 3.11 or later and a package index.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --group build

.PHONY: setup demo test lint types tests catalogues pictures bench lock upgrade clean

setup: $(VENV)/.installed

demo: setup
	@$(BIN)/dondoc demo

# Everything that has to hold; each part can be asked for alone.
test: lint types tests

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.tested
	$(BIN)/mypy

# make tests ARGS="-k outbox" runs some of them; on as many cores as there are.
tests: $(VENV)/.tested
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

# Bring the catalogues in line with the messages in the code.
catalogues: $(VENV)/.tested
	$(BIN)/python -m locales.update

# Take the pictures of the README from a running demonstration. Needs Chromium.
pictures: $(VENV)/.tested
	$(BIN)/python -m tests.pictures

# Measure the engine beside its peers, small enough for some minutes; bench/ says how to ask for all.
bench: $(VENV)/.tested
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.reminders 200
	$(BIN)/python -m bench.growth 200 50000
	$(BIN)/python -m bench.outage 10000
	$(BIN)/python -m bench.country 0.01
	$(BIN)/python -m bench.requests
	$(BIN)/python -m bench.sending 150
	$(BIN)/python -m bench.webhook 300

# Pin what pyproject.toml asks for; `make upgrade` takes the newest of everything. Needs uv.
lock:
	$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.txt
	$(LOCK) $(UPGRADE) pyproject.toml --extra test --constraints requirements.txt \
		--output-file requirements-test.txt

upgrade:
	$(MAKE) lock UPGRADE=--upgrade

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info

# The files .venv/.* say what was done, so that a second time is quick.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"Python 3.11 or later is needed; name one with make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
		"Python's venv is missing: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV); the first time takes a minute or two."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.required: $(VENV)/.made requirements.txt
	@$(PIP) --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.required pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.txt
	@$(PIP) --require-hashes --requirement requirements-test.txt
	@touch $@
