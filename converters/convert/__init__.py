"""Converts written reports with other people's programs, each in the ways that people use it."""
