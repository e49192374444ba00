"""Rows of tables as lines of text."""

from __future__ import annotations


def row_lines(cells: list[list[str]]) -> list[str]:
    """Return the lines of a row, given the lines of each cell.

    Cells of one line each stand side by side with tabs between them, as in a table of data. Where a cell has more, the
    table arranges paragraphs on a page: each keeps its own line, and empty ones go.
    """
    filled = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(lines) <= 1 for lines in filled):
        row = "\t".join(lines[0].strip() if lines else "" for lines in filled)
        return [row.rstrip("\t")] if row.strip() else []
    return [line for lines in filled for line in lines]
