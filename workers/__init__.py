"""What happens after: everything an event in the outbox causes, and nothing else."""
