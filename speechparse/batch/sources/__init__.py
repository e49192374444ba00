"""Where documents come from: files, folders of them, and the rows of tables."""
