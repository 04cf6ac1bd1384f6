"""SQL of procedures: the catalogue, its pages, what was searched."""
