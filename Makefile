# The list of tasks. `make demo` and `make test` set up everything they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= auto
MINUTES ?= 20
SEED ?= 1

.PHONY: help demo test fuzz check cov lowest mutants lint types floors docs docs-check site wheel benchmark format clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "offerlab needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# What the program needs, and what its developers need: each set up once.
$(VENV)/ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[letters]"
	@touch $@

$(VENV)/ready-dev: pyproject.toml $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

demo: $(VENV)/ready ## the whole job once, on the example offers, into build/demo
	@$(BIN)/offerlab demo build/demo --force

test: $(VENV)/ready-dev ## the tests
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(COVERAGE)

# Under these, the same run also measures how much of the code the tests reach.
check cov: COVERAGE := --cov --cov-report=term
# And more random offers are held against the second implementation.
check: export ORACLE_CASES := 2000

cov: test ## the tests, and the floor under their branch coverage

mutants: $(VENV)/ready-dev ## break the arithmetic on purpose: which test sees it? (long)
	$(BIN)/python -m pip install --quiet --group mutants
	nice $(BIN)/mutmut run
	$(BIN)/mutmut results

lowest: ## the tests with the lowest versions that pyproject.toml allows
	$(PYTHON) -m venv $(VENV)-lowest
	$(VENV)-lowest/bin/python -m pip install --quiet uv
	$(VENV)-lowest/bin/uv pip install --quiet --python $(VENV)-lowest/bin/python \
		--resolution lowest-direct --editable . --group test
	$(VENV)-lowest/bin/python -m pytest --numprocesses $(WORKERS) --dist worksteal

lint: $(VENV)/ready-dev ## style and slips
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready-dev ## type hints, strictly
	$(BIN)/mypy

floors: $(VENV)/ready-dev ## which module may import which
	$(BIN)/lint-imports

docs: $(VENV)/ready-dev ## write the generated parts of the docs anew
	$(BIN)/cog -r $(COGGED)

docs-check: $(VENV)/ready-dev ## are the generated parts of the docs up to date?
	$(BIN)/cog --check $(COGGED)

site: $(VENV)/ready-dev ## the user's guide as pages, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

wheel: $(VENV)/ready-dev ## build the wheel and use it elsewhere, without the tools
	$(BIN)/python tools/try_wheel.py

fuzz: $(VENV)/ready-dev ## hostile inputs for MINUTES (20), from SEED (1)
	$(BIN)/python -m tools.fuzz --minutes $(MINUTES) --seed $(SEED)

benchmark: $(VENV)/ready-dev ## measure, fill the table in README, draw the plot
	$(BIN)/python benchmarks/run.py
	$(MAKE) docs

format: $(VENV)/ready-dev ## lay the code out anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: lint types floors docs-check site wheel test ## all that must hold

clean: ## remove everything that was made
	rm -rf $(VENV) $(VENV)-lowest mutants build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

COGGED := README.md CONTRIBUTING.md docs/commands.md docs/equity.md docs/index.md docs/python.md
