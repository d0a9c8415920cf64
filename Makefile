# Briefwijzer: two commands matter, `make app` and `make test`. The rest is in `make help`.

PYTHON ?= python3
PORT ?= 8501
ARGS ?=
DATA ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# Half of all source that pip would compile, one file after the other; Python compiles what it does import by itself.
RARELY_IMPORTED := /(kubernetes|transformers/models|sympy|tests?)/
BIND := import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	s.bind(("127.0.0.1", int(sys.argv[1])))

# No library reports usage, calls a model hub or traces; see SECURITY.md.
export ANONYMIZED_TELEMETRY := False
export DO_NOT_TRACK := 1
export HF_HUB_DISABLE_TELEMETRY := 1
export HF_HUB_OFFLINE := 1
export LANGSMITH_TRACING := false
export LANGSMITH_TRACING_V2 := false
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup app index test lint eval bench bench-scale train clean FORCE

help: ## show this list
	@echo "Briefwijzer: make TARGET, where TARGET is"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## create the environment in .venv (PYTHON=python3.12 chooses another Python)

app: setup ## build the index and open the chat on 127.0.0.1 (PORT=8502 chooses another port)
	@$(BIN)/python -c '$(BIND)' '$(PORT)' 2>/dev/null || { \
	  echo "Port '$(PORT)' of 127.0.0.1 cannot be had: it is in use, or no port for this user (1024 to 65535)."; \
	  echo "Is the chat open already, at http://127.0.0.1:$(PORT)? Else: make app PORT=$(if $(filter 8502,$(PORT)),8503,8502)"; exit 1; } >&2
	@$(BIN)/rag index $(ARGS)
	@echo "Briefwijzer: http://127.0.0.1:$(PORT) (stop with Ctrl+C)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

index: setup ## read seeds/ into the index; what has not changed is skipped
	@$(BIN)/rag index $(ARGS)

test: setup ## run the tests (ARGS="-k retrieval" passes options to pytest)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ARGS)

lint: setup ## ruff check, ruff format --check, mypy --strict on rag/
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy --strict rag

eval: setup ## measure the answers and the checks against evals/ (ARGS go to the answers' run)
	@shut=0; $(BIN)/python -m evals $(ARGS) || shut=$$?; \
	for part in checker drafts injection; do $(BIN)/python -m evals.$$part || shut=$$?; done; exit $$shut

bench: setup ## compare with BM25 and a plain LangChain + Chroma pipeline (DATA=folder adds other papers and public test sets)
	@$(BIN)/python -m pip install -qq --constraint constraints.txt --editable '.[dev,bench]'
	@$(BIN)/python -m evals.bench $(if $(DATA),--data '$(DATA)') $(ARGS)

bench-scale: setup ## measure indexes of 10 k to 1 M passages of the laws in DATA=folder; hours, but it goes on where it was
	@$(BIN)/python -m evals.bench.scale --data '$(or $(DATA),$(error bench-scale needs DATA=folder))' $(ARGS)

train: setup ## teach the network in rag/model on with the papers in DATA=folder; two hours (TEACHER=folder: only its readings; WORDS=15: only everyday words, in so many minutes)
	@test -d '$(DATA)' || { echo "train needs DATA=folder, with docs, laws, bilingual and eval in it" >&2; exit 1; }
	@$(BIN)/python -m pip install -qq --constraint constraints.txt --editable '.[dev,train]'
	@$(BIN)/python -m rag.training.papers '$(DATA)'/docs/*.pdf '$(DATA)'/laws/laws_circulaire.jsonl.gz \
	  '$(DATA)'/laws/laws_beleidsregel.jsonl.gz --target build/papers
	@$(BIN)/python -m rag.training.$(if $(TEACHER),follow --teacher '$(TEACHER)',$(if $(WORDS),words --minutes '$(WORDS)',finetune)) --papers build/papers --pairs '$(DATA)/bilingual/pairs.tsv.gz' \
	  --graded '$(DATA)/eval/stsb_nl_en_dev.tsv' --target build/taught $(ARGS)
	@$(BIN)/python -m rag.training.compact build/taught rag/model

clean: ## remove the environment, the index and all caches (the letters stay)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks
	find index -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment knows the folder it was made in; one that was moved or copied is made anew.
ifneq ($(wildcard $(READY)),)
ifneq ($(shell cat $(READY)),$(CURDIR))
$(READY): FORCE
endif
endif

$(READY): pyproject.toml constraints.txt
	@if [ -f $@ ] && [ "$$(cat $@)" != "$(CURDIR)" ]; then rm -rf $(VENV); fi
	@$(BIN)/python -c 'import pip; $(SUPPORTED)' 2>/dev/null || { \
	  $(PYTHON) -c '$(SUPPORTED)' 2>/dev/null || { \
	    echo "Briefwijzer needs Python 3.11, 3.12 or 3.13; $(PYTHON) is: $$($(PYTHON) --version 2>&1 | tail -n 1)"; \
	    echo "Name one that you have, for instance: make $(firstword $(MAKECMDGOALS)) PYTHON=python3.12"; exit 1; } >&2; \
	  echo "Creating $(VENV) with $$($(PYTHON) --version)"; rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python .ci/install_torch.py
	@echo "Installing the packages of constraints.txt (some minutes the first time)"
	@$(BIN)/python -m pip install -qq --retries 1 --constraint constraints.txt --upgrade pip || echo "Going on with the pip at hand"
	@$(BIN)/python -m pip install -qq --no-compile --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -qq -j 0 -x '$(RARELY_IMPORTED)' $(VENV)/lib || true
	@echo "$(CURDIR)" > $@
