"""The same event told by several articles."""
