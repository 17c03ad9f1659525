"""What a clause says of the work: figures, completion, others."""
