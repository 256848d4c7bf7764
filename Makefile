# Booth: two commands for everybody (demo, test); the others are their parts.
# Cargo's own folders are named here, since the tests of real capture run with a home of their own.
# Demo and tests run the quickly built profile; `make build`, `bench` and `accuracy` the one that ships.
SHELL := /bin/bash
CARGO ?= cargo

.PHONY: help demo build dist dist-test test unit integration real lint docs bench accuracy fuzz hostile models-test page-test hour-test

help:
	@echo "make demo    record, check, pack and verify with synthetic speech, end to end"
	@echo "make test    install what the tests need, then run every test"
	@echo "make dist    what people on Linux download, in target/dist: an archive and a Debian package"
	@echo "make dist-test  install that in a plain Debian, record there, remove it; asks for root"
	@echo "make lint    rustfmt, clippy, rustdoc: warnings are errors"
	@echo "make bench   measure Booth and its peers side by side"
	@echo "make accuracy  what the checks find and what they cry wolf at, on real voices (ACCURACY=quick for 2 minutes)"
	@echo "make models-test  compare the optional neural models with ONNX Runtime; builds for minutes"
	@echo "make page-test  twenty visits to the page in each of two browsers, for most of an hour"
	@echo "make hour-test  an hour of hands-free reading while every core is busy"
	@echo "make hostile  strangers' folders, failing disks, losses of power, two verbs at once: all cases"
	@echo "make fuzz    run each fuzz target for a short time over its kept corpus"

demo:
	@scripts/setup.sh demo
	@$(CARGO) build --profile quick --locked --quiet
	@scripts/demo.sh demo

build:
	@scripts/setup.sh build
	@$(CARGO) build --release --locked

dist:
	@scripts/setup.sh dist
	@CARGO="$(CARGO)" scripts/dist.sh

# Apart from the other tests: the release takes minutes to build, and a plain Debian is made by root.
dist-test: dist
	@scripts/setup.sh dist-test
	@$(if $(filter 0,$(shell id -u)),,sudo env "PATH=$$PATH" "HOME=$$HOME") tests/real/dist.sh

test:
	@scripts/setup.sh test
	@scripts/venv.sh test
	@$(MAKE) --no-print-directory unit integration real

unit:
	$(CARGO) test --locked --lib --bins
	$(CARGO) test --locked --doc

integration:
	$(CARGO) test --locked --test tests

real:
	$(CARGO) build --profile quick --locked --quiet
	tests/real/run.sh

lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) clippy --locked --lib --no-default-features -- -D warnings
	$(CARGO) clippy --locked --all-targets --no-default-features --features cli -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items --quiet
	scripts/house-rules.sh

fuzz:
	scripts/fuzz.sh

# All of what `make test` tries a part of: some minutes.
hostile:
	@scripts/setup.sh test
	$(CARGO) build --profile quick --locked --quiet
	SHARE=1 tests/hostile/run.sh
	BOOTH_HOSTILE=long $(CARGO) test --locked --test tests every_flipped_bit

# Apart from the other tests: the models' runtime takes minutes to build.
models-test:
	@scripts/setup.sh test
	tests/real/models.sh

# What `make test` does once.
page-test:
	@scripts/setup.sh test
	@scripts/venv.sh test
	$(CARGO) build --profile quick --locked --quiet
	RUNS=20 tests/real/page.sh

hour-test:
	@scripts/setup.sh test
	@scripts/venv.sh test
	$(CARGO) build --profile quick --locked --quiet
	tests/real/hour.sh

bench:
	@scripts/setup.sh bench
	@scripts/venv.sh bench
	@$(CARGO) build --release --locked --quiet
	@scripts/bench.sh

accuracy:
	@scripts/setup.sh accuracy
	@scripts/venv.sh accuracy
	@$(CARGO) build --release --locked --quiet
	@.venv/bin/python benches/accuracy/accuracy.py --mode $(or $(ACCURACY),full)
