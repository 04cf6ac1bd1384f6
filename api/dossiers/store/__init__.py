"""SQL of dossiers: what sources said, who follows, failed look-ups, keys of systems."""
