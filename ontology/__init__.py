"""The vocabulary as data, and the small modules that load it and name its terms."""
