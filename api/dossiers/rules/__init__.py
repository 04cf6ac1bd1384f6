"""What dossiers decide: the flow of states and time, proofs, and plain words. Purely."""
