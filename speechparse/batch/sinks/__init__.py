"""Where outlines go: a folder of files, one file of JSON Lines, or one of Parquet."""
