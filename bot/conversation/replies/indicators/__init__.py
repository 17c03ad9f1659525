"""What a message reports of indicators."""
