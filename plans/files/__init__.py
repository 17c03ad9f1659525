"""A plan's file, of whatever kind an office has it in, as a document: see `read`."""
