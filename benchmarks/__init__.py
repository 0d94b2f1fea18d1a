"""The headline figures: one script each, every figure as a ratio to something measured in the same run."""
