"""Outlines for people and programs: one module a format, each imported when it is asked for."""
