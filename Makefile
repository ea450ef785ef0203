# The two commands: `make serve` and `make test`. Everything is installed into .venv on first use.
PYTHON ?= python3
RUN := .venv/bin/python
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help serve build check test bench figures generate addresses lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: .venv/ready ## build the site and serve it with live reload on http://127.0.0.1:8000
	@$(RUN) -m macros check
	@STRICT=false MACRO_ERRORS_FAIL=false $(RUN) -m watchdog.watchmedo auto-restart --directory macros --pattern '**/*.py' --recursive --debounce-interval 0.3 --no-restart-on-command-exit --kill-after 2 -- $(RUN) -m mkdocs serve

build: .venv/ready ## write the site into site/ (the last good one stays whole when something is wrong)
	@$(RUN) -m macros build

check: .venv/ready ## check the data alone
	@$(RUN) -m macros check

test: .venv/ready ## run every test
	@.ci/tools
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(RUN) -m codespell_lib
	$(RUN) -m pytest --numprocesses 2

bench: .venv/ready ## measure speed and size, once as it is and once with ten times the exercises
	@$(RUN) -m tests.bench

figures: .venv/ready ## draw the pictures whose data or code have changed (needs OpenGL without a display)
	@.ci/opengl
	@MUJOCO_GL=egl $(RUN) -m macros.figures

generate: .venv/ready ## rewrite what is made from the models: data/schemas/, data/README.md
	@$(RUN) -m macros generate

addresses: .venv/ready ## give new exercises their number in plan links, and add new addresses to the ledger
	@$(RUN) -m macros.plan
	@$(MAKE) --no-print-directory build
	@$(RUN) -m tests.site.addresses

lock: .venv/ready ## rewrite requirements.lock from pyproject.toml
	@.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --extra dev --extra figures --generate-hashes --no-header --no-emit-index-url --output-file requirements.lock pyproject.toml

clean: ## remove everything that the other commands made
	rm -rf .venv .cache site

.venv/ready: requirements.lock
	@$(PYTHON) -m venv .venv || { echo "Needs Python's venv module (Debian: apt install python3-venv)" >&2; exit 1; }
	@echo "Installing into .venv (once) …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
