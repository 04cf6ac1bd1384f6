"""SQL of rescues. Numbers and names lie sealed in `rescue_call`; only `calls` reads them."""
