"""From a folder to a corpus: many inputs, one destination, and a run that can be stopped and started again."""
