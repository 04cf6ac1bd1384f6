"""Shared room: knows no slice and no HTTP framework."""
