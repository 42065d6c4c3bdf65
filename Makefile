# One command per job. `make help` lists them.
PYTHON ?= python3
VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements"

.DEFAULT_GOAL := help
.PHONY: bench help package setup set-up-for-development run test lint screenshots requirements

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

setup:  ## set up .venv with the evenkeel command in it
	@$(PYTHON) tools/set_up.py runtime

set-up-for-development:
	@$(PYTHON) tools/set_up.py dev

run: setup  ## set up what is missing and open the window on the finished example
	@$(VENV_PYTHON) tools/run.py

test: set-up-for-development  ## set up what is missing and run every test
	$(VENV_PYTHON) -m pytest --numprocesses auto --dist worksteal

lint: set-up-for-development  ## check style, import order and types
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy

screenshots: setup  ## paint the window in its sizes, themes and languages to build/screenshots
	@$(VENV_PYTHON) tools/screenshots.py

bench: set-up-for-development  ## time engine and window, beside the reference programs where their folder is there
	$(VENV_PYTHON) tests/bench/bench.py $(BENCH)
	$(VENV_PYTHON) tests/bench/desktop.py $(BENCH_WINDOW)

package:  ## make the installers of this system in dist/ and list them with sizes and SHA-256
	@$(PYTHON) tools/set_up.py package
	@$(VENV_PYTHON) packaging/make.py

requirements:  ## pin the newest fitting dependencies with their hashes (wants uv)
	$(LOCK) --upgrade --group build --output-file requirements/runtime.txt
	$(LOCK) --upgrade --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
	$(LOCK) --upgrade --group package --constraint requirements/runtime.txt --output-file requirements/package.txt
