"""The verbs of cases: citizens report and follow, agencies handle."""
