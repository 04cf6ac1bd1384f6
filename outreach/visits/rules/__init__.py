"""What the slice decides, purely: reading events, judging them, signing receipts."""
