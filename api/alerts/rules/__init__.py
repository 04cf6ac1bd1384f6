"""Deciding and computing about warnings, purely: `publishing` ours, `checking` anybody's."""
