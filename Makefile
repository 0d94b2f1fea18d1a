# make run: start the product; make test: everything that checks it. Needs Python 3.11 or newer, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QUANTRIET_HOME ?= $(CURDIR)/var

.PHONY: run test lint types imports migrations translations unit bench wheel office lock clean help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: $(VENV)/installed  ## start the product with the demo agency on http://127.0.0.1:8000
	@$(BIN)/quantriet serve --demo

test: $(VENV)/installed-dev lint types imports migrations translations unit  ## everything that checks the project

lint: $(VENV)/installed-dev
	$(BIN)/ruff check src tests benchmarks manage.py
	$(BIN)/ruff format --check src tests benchmarks manage.py

types: $(VENV)/installed-dev
	$(BIN)/mypy

imports: $(VENV)/installed-dev
	$(BIN)/lint-imports --no-cache

migrations: $(VENV)/installed-dev
	$(BIN)/python manage.py makemigrations --check --dry-run

translations: $(VENV)/installed-dev
	$(BIN)/python -m quantriet.project.translations --check

unit: $(VENV)/installed-dev
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup
	$(BIN)/python -m tests.postgres

bench: $(VENV)/installed-dev  ## the headline figures (see benchmarks/README.md)
	$(BIN)/python -m benchmarks.all

wheel: $(VENV)/installed-dev  ## build dist/quantriet-*.whl
	$(BIN)/python -m build --wheel

office: $(VENV)/installed-dev  ## build the wheel, install and serve it alone in an empty folder
	$(BIN)/python -m tests.wheel

lock:  ## renew the hashed requirements (needs uv)
	uv lock -q
	uv export -q --format requirements.txt --no-emit-project --no-header --no-dev --extra postgres -o requirements.lock
	uv export -q --format requirements.txt --no-emit-project --no-header --all-extras -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Cần Python 3.11 trở lên; máy này có $$($(PYTHON) --version 2>&1). Cài: sudo apt install python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python của máy chưa có venv. Cài: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@[ -f $(VENV)/installed-dev ] || $(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) var dist build
