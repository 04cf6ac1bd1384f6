"""What the team on foot touches: teams, households and people, visits, and how far we have come."""
