"""Which tasks a message speaks of, and which of its words are about each."""
