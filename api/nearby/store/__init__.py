"""SQL of what is around a report."""
