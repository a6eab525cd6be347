# Each target is one word for dev.py, which does the work on every platform.
PYTHON ?= python3

.PHONY: run test long check bench screens bundle i18n lock doctor

run test long check screens bundle i18n lock doctor:
	@$(PYTHON) dev.py $@ $(ARGS)

# make bench WHAT=search ARGS="--json"
bench:
	@$(PYTHON) dev.py bench $(WHAT) $(ARGS)
