"""Plans before and as they count."""
