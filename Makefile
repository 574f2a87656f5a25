# The short way to everything; meson and ninja do the work (meson.build).
PREFIX ?= /usr/local
BUILD = build
T ?=

.PHONY: all demo check check-full e2e bench fuzz golden fmt lint install clean

all: $(BUILD)/build.ninja
	@ninja -C $(BUILD) capaian layers.stamp

$(BUILD)/build.ninja:
	@sh tools/install.sh build
	@meson setup $(BUILD) --prefix=$(PREFIX) -Dtests=false >/dev/null

# Installs what is missing, builds, and does the main job on the real report.
demo:
	@sh tools/install.sh build
	@$(MAKE) --no-print-directory all
	@sh tools/demo.sh $(BUILD)/capaian

# All tests that take seconds; T=name for those whose name contains it.
check:
	@sh tools/install.sh build test
	@sh tools/setup_tests.sh $(BUILD) $(PREFIX)
	@ninja -C $(BUILD)
	@python3 tools/run_tests.py $(BUILD) $(T)

# Sanitizers, valgrind, coverage, static analysis, PDF/A validation, LibreOffice, 60 s of fuzzing a format.
check-full:
	@sh tools/install.sh build test full
	@sh tools/check_full.sh

# The pages in a browser (Chromium), on the invented region; pictures of the states in out/gambar.
e2e:
	@sh tools/install.sh build e2e
	@$(MAKE) --no-print-directory all
	@CAPAIAN_GAMBAR=$(abspath out/gambar) sh tests/e2e/jalan.sh $(BUILD)/capaian

bench:
	@sh tools/install.sh build test bench
	@$(MAKE) --no-print-directory all
	@sh tools/bench.sh

fuzz:
	@sh tools/install.sh build test full
	@sh tools/fuzz.sh $${SECONDS_EACH:-60}

# Accepts the present output as golden; look at `git diff` afterwards.
golden:
	@$(MAKE) --no-print-directory all
	@for golden in tests/golden/pdf.sh tests/golden/formats.sh; do UPDATE=1 sh $$golden $(abspath $(BUILD)/capaian) >/dev/null || true; done
	@UPDATE=1 CAPAIAN=$(BUILD)/capaian sh tests/check/run.sh >/dev/null || true

# Formats the C lines that differ from the last commit; others stay as their authors laid them out.
fmt:
	@sh tools/install.sh fmt
	@git clang-format -q --style=file -f

lint:
	@sh tools/install.sh build full
	@sh tools/lint.sh

# A build folder remembers where it was set up for; PREFIX given now is what counts.
install: all
	@meson configure $(BUILD) -Dprefix=$(abspath $(PREFIX)) >/dev/null
	@meson install -C $(BUILD)

clean:
	@rm -rf $(BUILD) build-* out
