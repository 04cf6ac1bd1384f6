"""The verbs of dossiers: systems tell, citizens look up and follow, followers are told."""
