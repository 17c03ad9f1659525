"""A morning's messages, made when they are sent."""
