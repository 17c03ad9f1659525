"""What is said to reports of tasks and of indicators."""
