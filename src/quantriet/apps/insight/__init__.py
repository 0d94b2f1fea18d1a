"""Bảng điều hành: where every clause and unit stands. It only reads."""
