"""What is dropped, taken back or written anew."""
