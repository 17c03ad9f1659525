"""Answers to what is asked."""
