"""The rules: each file holds one idea of how English writes a time."""
