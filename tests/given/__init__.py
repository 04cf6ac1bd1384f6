"""Builders: what a test takes as given, made through the actions people use."""
