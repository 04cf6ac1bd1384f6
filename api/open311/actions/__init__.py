"""The verbs of Open311: read, post, and send on."""
