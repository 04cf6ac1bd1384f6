"""The chores behind make."""
