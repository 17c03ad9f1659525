"""What a morning owes to whom: worked out, written once, looked ahead at, explained."""
