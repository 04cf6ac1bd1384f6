"""A local stand-in for Zalo, faithful to what is known of it: `python -m tests.zalo_fake`."""
