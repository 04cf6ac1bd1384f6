"""What a call for help means, how pressing it is, and what may happen to it. Pure."""
