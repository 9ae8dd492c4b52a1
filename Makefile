# Set-up and checks in one command each, on a machine with nothing but Python 3.11 or newer, make and a network to PyPI.
.DELETE_ON_ERROR:
.PHONY: demo test lint types layers pytest browser wheel docs bench readme lock clean help quality pages sigma

VENV := .venv
PY := $(VENV)/bin/python
SIGMA := graphs/assets/sigma/sigma.min.js
PIP := $(PY) -m pip install -qq --disable-pip-version-check --constraint constraints.txt

help:
	@echo "make demo    thidua on the article that ships with it"
	@echo "make test    lint, format, types, layers and all tests"
	@echo "make wheel   dist/thidua-*.whl"
	@echo "make docs    the reference of the vocabulary, in docs/site; and the examples of docs/modelling.md"
	@echo "make quality  how well marked articles are read"
	@echo "make bench   how fast it starts, reads, fills a store and answers, beside the limits; ARGS=FILE for articles of your own"
	@echo "make pages   how soon and how smoothly Chromium shows pages, beside pyvis's own; some ten minutes"
	@echo "make sigma   the script for large networks, from npm; make test makes it too, where there is npm"
	@echo "make readme  README.md with what its commands print now; ARGS=--measure takes the times anew too"
	@echo "make lock    constraints.txt anew, from the newest releases"
	@echo "make clean   away with everything that make made"

demo: $(VENV)/run
	@$(VENV)/bin/thidua demo

test: lint types layers pytest

lint: $(VENV)/dev
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet . || { echo "make: not formatted; run $(VENV)/bin/ruff format" >&2; exit 1; }

types: $(VENV)/dev
	@$(PY) -m mypy --strict -p ontology -p ingest -p queries -p graphs -p docs -m thidua

layers: $(VENV)/dev
	@$(VENV)/bin/lint-imports --no-logo

pytest: $(VENV)/dev browser
	@$(MAKE) --no-print-directory sigma || echo "make: the tests of large pages will be skipped" >&2
	@$(PY) -m pytest -n 2 $(ARGS)

wheel: $(VENV)/dev sigma
	@$(PY) -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist/*.whl

docs: $(VENV)/dev
	@$(PY) -m docs.build

quality: $(VENV)/dev
	@$(PY) bench/quality.py --write $(ARGS)

bench: $(VENV)/dev
	@$(PY) bench/start.py
	@$(PY) bench/reading.py $(ARGS)
	@$(PY) bench/store.py $(ARGS)

pages: $(VENV)/dev browser sigma
	@$(PY) bench/pages.py $(ARGS)

sigma: $(SIGMA)

$(SIGMA): $(addprefix $(dir $(SIGMA)),build.sh entry.js package.json package-lock.json)
	@sh $(dir $(SIGMA))build.sh

readme: $(VENV)/dev
	@$(PY) tests/readme.py $(ARGS)

# The environment. Each stamp is written last, so that a set-up which was interrupted starts again; a stamp younger than
# what it was made from costs nothing.

$(VENV)/run: pyproject.toml constraints.txt
	@for p in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
	    if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$p; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "make: no Python 3.11 or newer found; install one, or name it: make PYTHON=/path/to/python" >&2; exit 2; fi; \
	if [ ! -x $(PY) ] || ! $(PY) -m pip --version >/dev/null 2>&1; then \
	    echo "Setting up $(VENV) (once) ..." >&2; \
	    $$found -m venv --clear $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); \
	        echo "make: '$$found -m venv' does not work here; install its venv module (Debian: apt-get install python3-venv)" >&2; exit 2; }; \
	fi
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@echo "Installing what the checks need (once) ..." >&2
	@$(PIP) --editable '.[dev]'
	@touch $@

# The browser tests drive Debian's Chromium; where there is none and none can be installed, they say that they are skipped.
browser:
	@if [ ! -x /usr/bin/chromium ]; then \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	        echo "Installing Chromium for the browser tests (once) ..." >&2; \
	        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
	            || echo "make: apt-get could not install chromium; the browser tests will be skipped" >&2; \
	    else \
	        echo "make: no /usr/bin/chromium, and only root can install it (apt-get install chromium); the browser tests will be skipped" >&2; \
	    fi; \
	fi

lock:
	@tmp=$$(mktemp -d) && python3 -m venv $$tmp && $$tmp/bin/python -m pip install -qq --disable-pip-version-check '.[dev]' \
	    && { echo "# Every package that the program and its checks use, pinned; made by \`make lock\`."; \
	         $$tmp/bin/python -m pip freeze --exclude thidua --exclude pip --exclude setuptools; } > constraints.txt; rm -rf $$tmp

clean:
	rm -rf $(VENV) build dist docs/site thidua-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
