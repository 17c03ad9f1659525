"""People: coming in, their roles, absence, hours."""
