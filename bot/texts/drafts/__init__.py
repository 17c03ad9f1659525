"""Plans before they count, and the files they are read from."""
