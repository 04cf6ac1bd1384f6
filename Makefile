# `make help` lists the targets. All of it is in tasks/, for machines without make: python3 -m tasks run
PYTHON ?= python3
TARGETS := run test fuzz faults journeys check bench mutants types lock schema eval-search zalo
.PHONY: help $(TARGETS)
.DEFAULT_GOAL := help

help:
	@$(PYTHON) -m tasks help

$(TARGETS):
	@exec $(PYTHON) -m tasks $@
