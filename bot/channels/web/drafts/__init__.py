"""The page on which a secretary goes through a draft."""
