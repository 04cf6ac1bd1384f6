"""Shared room: HTTP plumbing, knows no slice."""
