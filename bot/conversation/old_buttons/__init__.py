"""Buttons of what was dealt with since they were shown."""
