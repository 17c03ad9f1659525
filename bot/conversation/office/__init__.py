"""What the standing office, heads and members do: give, correct, confirm, urge, instruct."""
