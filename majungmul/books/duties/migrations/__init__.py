"""The tables of this book."""
