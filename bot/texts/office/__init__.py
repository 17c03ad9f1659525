"""What the standing office, deciders and members say and hear of tasks."""
