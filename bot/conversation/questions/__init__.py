"""What leaders and the standing office ask, and the answers."""
