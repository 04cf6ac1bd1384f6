"""SQL of reports; nothing outside `reporting` and `steps` ever reads who reported."""
