"""A task as it is shown."""
