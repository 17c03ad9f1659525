"""What is typed, put as everything behind reads it; answers nothing."""
