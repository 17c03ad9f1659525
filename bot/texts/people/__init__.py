"""Coming in, people and their roles, hours and absence."""
