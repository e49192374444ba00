"""What speechparse costs and how right it is, measured: `python -m benchmarks`."""
