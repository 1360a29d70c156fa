# govreport: everything a person does with a checkout. `make help` lists it.
#
# Needs GNU make, a Rust toolchain (1.92 or later), Python 3.10 or later with venv, and the package registries. Everything is
# written to target/, .venv/ and demo-output/; nothing outside the checkout is touched but the caches of cargo and pip.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Cargo, and maturin when pip builds the module, write to one directory, wherever they are started.
export CARGO_TARGET_DIR := $(abspath $(or $(CARGO_TARGET_DIR),target))
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= $(firstword $(shell command -v python3.11) $(shell command -v python3) python3)
VENV := .venv
BIN := $(abspath $(VENV))/bin
GOVREPORT := $(CARGO_TARGET_DIR)/release/govreport
FORMATS := $(addprefix examples/formats/,site.html tabs.txt word.docx word.doc sheets.xlsx sheets.xls pages.pdf)

# Naming the Python module's crate beside another lets both use the same features of the crates below them, so that the
# release build of the command and that of the module compile those once.
SHARED := -p govreport-py
# Everything that is tested. The module itself is tested from Python.
TESTED := --workspace --exclude govreport-py --all-features
# cargo-nextest where it is installed; it runs no doctests.
TEST := $(if $(shell cargo nextest --version 2>/dev/null),nextest run,test --lib --bins --tests) --no-fail-fast

RUST_SOURCES := Cargo.toml Cargo.lock $(shell find crates -type f -not -path '*/tests/*' -not -name '*.snap')
PYTHON_SOURCES := python/pyproject.toml python/README.md $(shell find python/govreport -name '*.py*' -not -name '*.pyc')
SAMPLES := $(filter-out %/README.md,$(wildcard examples/reports/*.txt examples/reports/*.md))

step = @printf '\n\033[1m== %s\033[0m\n' '$(1)'

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ── Build ─────────────────────────────────────────────────────────────────────

.PHONY: build
build: ## Build the command in release: target/release/govreport
	$(call step,Build the command (the first time some minutes))
	cargo build --locked --release --bin govreport -p govreport-cli $(SHARED)

$(BIN)/pip:
	$(call step,Make a virtual environment in $(VENV))
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 10), "Python 3.10 or later is needed, this is " + sys.version'
	$(PYTHON) -m venv $(VENV)

# What a user installs. The file is touched at the end, so that a change of the sources installs anew.
$(VENV)/.installed: $(RUST_SOURCES) $(PYTHON_SOURCES) | $(BIN)/pip
	$(call step,Build and install the Python package (pip prints nothing while it compiles; the first time some minutes))
	$(BIN)/pip install --quiet './python[pandas]'
	@touch $@

# The same, with what tests and linters need.
$(VENV)/.developing: $(RUST_SOURCES) $(PYTHON_SOURCES) | $(BIN)/pip
	$(call step,Build and install the Python package and the tools of development (the first time some minutes))
	$(BIN)/pip install --quiet './python[dev]'
	@touch $@ $(VENV)/.installed

.PHONY: dev
dev: $(VENV)/.developing ## Set up .venv with the package and all tools of development

# ── Show ──────────────────────────────────────────────────────────────────────

.PHONY: demo
demo: build $(VENV)/.installed ## Read the sample reports: show one, check all, write their cells to demo-output/
	@mkdir -p demo-output
	$(call step,A report in which 21 rows of table two lost a cell: govreport read examples/reports/wangli_2022_lost_cells.txt)
	@$(GOVREPORT) read examples/reports/wangli_2022_lost_cells.txt
	$(call step,Do the sums of all sample reports agree? python examples/python/check_sums.py)
	@$(BIN)/python examples/python/check_sums.py examples/reports
	$(call step,All cells of all sample reports: python examples/python/folder_to_csv.py and govreport cells)
	@$(BIN)/python examples/python/folder_to_csv.py examples/reports demo-output/cells.csv
	@$(GOVREPORT) cells --format jsonl $(SAMPLES) > demo-output/cells.jsonl
	@echo 'Three lines of demo-output/cells.jsonl:'
	@grep --max-count 3 '"realigned"' demo-output/cells.jsonl
	$(call step,One report as web page text Word Excel and PDF: the same number from each with its place)
	@$(GOVREPORT) cells $(FORMATS) | grep '"row":"granted","column":"total"'
	$(call step,Done)
	@echo 'demo-output/cells.csv     every cell of every sample report, for a spreadsheet or pandas'
	@echo 'demo-output/cells.jsonl   the same from the command, with the place of each number in its source'
	@echo 'Now try: $(GOVREPORT) read YOUR_REPORT.txt'

# ── Test ──────────────────────────────────────────────────────────────────────

.PHONY: test
test: test-rust test-python test-generated ## Run every test: Rust, documentation, examples, Python, generated files

.PHONY: test-rust
test-rust:
	$(call step,Rust: unit and integration tests)
	cargo $(TEST) --locked $(TESTED)
	$(call step,Rust: examples in the documentation)
	cargo test --locked --doc $(TESTED)
	$(call step,Rust: runnable examples)
	cargo build --locked --profile test --examples $(TESTED)
	@for example in examples/rust/examples/*.rs; do \
		name=$$(basename "$$example" .rs); echo "$$name"; \
		"$(CARGO_TARGET_DIR)/debug/examples/$$name" > /dev/null; \
	done

.PHONY: test-python
test-python: $(VENV)/.developing
	$(call step,Python: tests)
	$(BIN)/pytest -q python/tests
	$(call step,Python: runnable examples)
	@out=$$(mktemp -d); trap 'rm -rf "$$out"' EXIT; \
	for example in examples/python/*.py; do \
		echo "$$(basename "$$example" .py)"; \
		(cd "$$out" && $(BIN)/python "$(CURDIR)/$$example" > /dev/null); \
	done

# Files that are written by the code must be what the code writes now.
.PHONY: test-generated
test-generated:
	$(call step,Generated files)
	cargo build --locked --profile test $(TESTED) --bins --examples
	@now=$$(mktemp -d); trap 'rm -rf "$$now"' EXIT; bin=$(CARGO_TARGET_DIR)/debug; \
	$$bin/govreport rules --format markdown > "$$now/rules.md"; \
	$$bin/govreport schema > "$$now/report.schema.json"; \
	$$bin/examples/write_reports "$$now/reports"; \
	diff -u docs/rules.md "$$now/rules.md" || { echo 'docs/rules.md: run make rules'; exit 1; }; \
	diff -u docs/report.schema.json "$$now/report.schema.json" || { echo 'docs/report.schema.json: run make schema'; exit 1; }; \
	diff -r examples/reports "$$now/reports" || { echo 'examples/reports: run make samples'; exit 1; }; \
	$$bin/examples/write_formats "$$now/formats" "$$now/sources"; \
	for file in "$$now"/formats/*; do \
		diff -u "examples/formats/$$(basename "$$file")" "$$file" || { echo 'examples/formats: run make formats'; exit 1; }; \
	done; \
	echo 'docs/rules.md, docs/report.schema.json, examples/reports and examples/formats are what the code writes'

# ── Lint ──────────────────────────────────────────────────────────────────────

.PHONY: lint
lint: lint-rust lint-python ## Check format, lints, documentation and types, Rust and Python

.PHONY: lint-rust
lint-rust:
	$(call step,Rust: format)
	cargo fmt --all --check
	$(call step,Rust: clippy)
	cargo clippy --locked --workspace --all-features --all-targets -- -D warnings
	$(call step,Rust: each reader alone)
	@for feature in '' html docx doc sheets pdf; do \
		echo "reader: $${feature:-text alone}"; \
		cargo clippy --locked --quiet -p govreport-readers --no-default-features --features "$$feature" \
			-- -D warnings || exit 1; \
	done
	$(call step,Rust: documentation)
	RUSTDOCFLAGS='-D warnings' cargo doc --locked $(TESTED) --no-deps

.PHONY: lint-python
lint-python: $(VENV)/.developing
	$(call step,Python: format and lints)
	$(BIN)/ruff format --check python examples/python
	$(BIN)/ruff check python examples/python
	$(BIN)/ruff format --check --config converters/ruff.toml converters/convert
	$(BIN)/ruff check --config converters/ruff.toml converters/convert
	$(call step,Python: types)
	cd python && $(BIN)/mypy
	cd converters && $(BIN)/mypy --config-file ../python/pyproject.toml --package convert
	$(call step,Python: the stub against the module)
	$(BIN)/stubtest govreport._govreport --mypy-config-file python/pyproject.toml

# ── Measure ───────────────────────────────────────────────────────────────────

.PHONY: ratio
ratio: ## Measure text to report beside UTF-8 validation of the same bytes, half a minute (ARGS="--rounds 50 FOLDER")
	cargo build --locked --release --bin ratio -p govreport-benches $(SHARED)
	@$(CARGO_TARGET_DIR)/release/ratio $(ARGS)

$(VENV)-bench/.installed: benches/requirements.txt
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/pip install --quiet -r $<
	@touch $@

.PHONY: formats-bench
formats-bench: $(VENV)-bench/.installed ## Measure web pages, Word and PDF beside lxml, python-docx and pdftotext, and memory (ARGS="--rounds 50 FILE…")
	cargo build --locked --release --bin formats --bin govreport -p govreport-benches -p govreport-cli $(SHARED)
	@$(CARGO_TARGET_DIR)/release/formats --python $(VENV)-bench/bin/python --govreport $(GOVREPORT) $(ARGS)

.PHONY: bench
bench: ratio ## The same, then every layout with divan, some minutes
	cargo bench --locked --bench text_to_report -p govreport-benches $(SHARED)

.PHONY: linear
linear: build ## Count instructions for inputs of growing size: they must grow no faster than the input (needs valgrind)
	@command -v valgrind > /dev/null || { echo 'make linear needs valgrind'; exit 1; }
	$(PYTHON) benches/linear.py $(GOVREPORT)

# ── Prove ─────────────────────────────────────────────────────────────────────

.PHONY: torture
torture: ## Read damaged reports by the ten thousand and write docs/torture.md, a quarter of an hour (ARGS="--seed 2")
	cargo build --locked --release --bin torture -p govreport-benches $(SHARED)
	@$(CARGO_TARGET_DIR)/release/torture --undamaged 100 --cells 5_000_000 --slips 3 \
		--markdown docs/torture.md --tsv docs/data/torture.tsv --warrants docs/data/warrants.tsv $(ARGS) > /dev/null
	@GOVREPORT_UPDATE=1 cargo test --locked --quiet -p govreport --test verdict_page > /dev/null
	@sed -n '/^## All/,/^## One/p' docs/torture.md | head --lines=-1

.PHONY: torture-smoke
# So many cells are wrong or misstated in the reports of the smoke. None may be added, and it is to become 0.
TORTURE_MOST := 1
torture-smoke: ## The same with some thousand reports, in seconds; fails if too much is wrong or misstated
	cargo build --locked --release --bin torture -p govreport-benches $(SHARED)
	@out=$$(mktemp); trap 'rm -f "$$out"' EXIT; code=0; \
	$(CARGO_TARGET_DIR)/release/torture --undamaged 50 --reports 3 --small 1 --show 1 --strict --most $(TORTURE_MOST) $(ARGS) > "$$out" || code=$$?; \
	sed -n '/^## All/,/^## One/p' "$$out" | head --lines=-1; test $$code = 0 || cat "$$out"; exit $$code

# What other people's programs make of reports: converters/README.md.
CONVERTERS := converters/work
CONVERTERS_BIN := $(CARGO_TARGET_DIR)/release/converters

.PHONY: converters
converters: ## Have other programs convert reports, read what comes out, write docs/converters.md; an hour (installs converters/)
	converters/install.sh
	cargo build --locked --release --bin converters -p govreport-benches $(SHARED)
	rm -rf $(CONVERTERS)
	$(CONVERTERS_BIN) write $(CONVERTERS) --reports 24
	@PYTHONPATH=converters converters/.venv/bin/python -m convert $(CONVERTERS)
	@$(CONVERTERS_BIN) count $(CONVERTERS) --markdown docs/converters.md --tsv docs/data/converters.tsv --strict $(ARGS)

.PHONY: converters-outputs
converters-outputs: ## Behind it: keep the outputs of two small reports in converters/outputs, which the tests read
	$(CONVERTERS_BIN) keep $(CONVERTERS) converters/outputs

.PHONY: converters-smoke
converters-smoke: ## Read the outputs in converters/outputs; part of make test
	cargo test --locked -p govreport-benches --test converted

.PHONY: fuzz
fuzz: ## Fuzz every target, ten minutes each (ARGS="MINUTES TARGET…"; needs cargo-fuzz)
	@cargo fuzz --version > /dev/null 2>&1 || { echo 'make fuzz needs cargo-fuzz: cargo install cargo-fuzz'; exit 1; }
	fuzz/run.sh $(or $(ARGS),10)

.PHONY: fuzz-smoke
fuzz-smoke: ## Try the seeds of fuzzing and what once broke something; with cargo-fuzz also ten seconds of every target
	cargo test --locked -p govreport --test fuzz_corpus
	@if cargo fuzz --version > /dev/null 2>&1; then fuzz/run.sh 0; \
	else echo 'Only the seeds were tried: cargo-fuzz is not installed (cargo install cargo-fuzz)'; fi

.PHONY: seeds
seeds: ## Write the seeds and dictionaries of fuzz/
	cd fuzz && cargo run --locked --quiet --example write_seeds

.PHONY: mutants
mutants: ## Change what decides values, one place at a time, and see that tests notice; an hour (ARGS="order.rs"; needs cargo-mutants)
	@cargo mutants --version > /dev/null 2>&1 || { echo 'make mutants needs cargo-mutants: cargo install cargo-mutants'; exit 1; }
	cd mutants && cargo run --locked --quiet --release -- $(ARGS)

.PHONY: mutants-invariants
mutants-invariants: ## Break each law of crates/govreport-invariants by an edit of the reader: its test must fail, and no other (ARGS="sign-lost")
	$(PYTHON) mutants/invariants.py $(ARGS)

.PHONY: ci-all
ci-all: ## Everything, slow suites whole: .ci/run, linear, torture, converters, fuzzing, mutation testing; some hours (needs valgrind, cargo-fuzz, cargo-mutants)
	.ci/run
	$(MAKE) linear
	$(MAKE) torture
	$(MAKE) converters
	$(MAKE) fuzz
	$(MAKE) mutants-invariants
	$(MAKE) mutants ARGS=--quick

# ── Generate ──────────────────────────────────────────────────────────────────

.PHONY: rules
rules: ## Write docs/rules.md
	cargo run --locked --quiet -p govreport-cli -- rules --format markdown > docs/rules.md.new
	@mv docs/rules.md.new docs/rules.md

.PHONY: schema
schema: ## Write docs/report.schema.json
	cargo run --locked --quiet -p govreport-cli -- schema > docs/report.schema.json.new
	@mv docs/report.schema.json.new docs/report.schema.json

.PHONY: samples
samples: ## Write the reports of examples/reports
	cargo run --locked --quiet -p govreport-synth --example write_reports -- examples/reports

.PHONY: formats
formats: ## Write the one report of examples/formats in every format (needs LibreOffice and a Chinese font)
	examples/formats/make.sh

.PHONY: clean
clean: ## Remove what was built: target/, .venv/, .venv-bench/, demo-output/, and what converters/ installed and made
	cargo clean
	rm -rf $(VENV) $(VENV)-bench demo-output converters/.venv converters/node_modules converters/work
