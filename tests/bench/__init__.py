"""Speed as a ratio, against a limit and a peer in the same run (`make bench`), never a timed test."""
