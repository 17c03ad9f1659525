"""Plans and other files that are sent: read, looked through, amended, followed."""
