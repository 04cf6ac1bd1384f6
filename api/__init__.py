"""What the citizen touches: one folder a subject, two shared rooms (kit, web), one door (app)."""
