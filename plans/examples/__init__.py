"""Plans that ship with the program, to try it on and to test it with."""
