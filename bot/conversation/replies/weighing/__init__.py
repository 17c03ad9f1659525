"""What the clauses of one task come to."""
