"""What the clauses of one task come to, and then the tasks of one message."""
