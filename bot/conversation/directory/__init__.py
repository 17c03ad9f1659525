"""The committee's agencies and what their names mean."""
