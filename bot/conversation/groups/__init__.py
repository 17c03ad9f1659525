"""Groups: bound by the standing office, answered when called, shown what their role may see."""
