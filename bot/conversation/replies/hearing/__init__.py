"""What a clause says beside how the work stands."""
