# `make help` lists the targets. All of it is in tasks.py, for machines without make: python3 tasks.py run
PYTHON ?= python3
TARGETS := run test check bench mutants types lock schema eval-search
.PHONY: help $(TARGETS)
.DEFAULT_GOAL := help

help:
	@$(PYTHON) tasks.py help

$(TARGETS):
	@exec $(PYTHON) tasks.py $@
