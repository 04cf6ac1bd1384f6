"""What people do with procedures: find one, open its page, follow a moment of life."""
