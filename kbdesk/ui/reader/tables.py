"""Tables too wide for a narrow pane, told row by row: a title and “head: value” lines.

Six columns in a dock of 400 px would break words letter by letter or hide half of each row behind
a scroll bar. Tables that have room stay tables. Qt-free.
"""

import re

LEAST_COLUMN = 84  # px at 100 % text: room for most French words of a table
_GRID = re.compile(r'<table class="grid"[^>]*>(.*?)</table>', re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])[^>]*>(.*?)</\1>", re.DOTALL)
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)


def columns_that_fit(measure: int, scale: float) -> int:
    """Return how many columns a table may have in a text column, `scale` 1.0 at 100 %."""
    return max(2, int(measure // (LEAST_COLUMN * scale)))


def most_columns(html: str) -> int:
    """Return how many columns the widest table of facts of a page has."""
    rows = (_ROW.search(grid[1]) for grid in _GRID.finditer(html))
    return max((len(_CELL.findall(row[1])) for row in rows if row), default=0)


def stack(html: str, columns: int) -> str:
    """Tell the tables of more than `columns` columns row by row."""
    return _GRID.sub(lambda grid: _stacked(grid, columns), html)


def _stacked(grid: re.Match[str], columns: int) -> str:
    head = _HEAD.search(grid[1])
    names = [text for _, text in _CELL.findall(head[0])] if head else []
    if len(names) <= columns:
        return grid[0]
    rows = [_CELL.findall(row) for row in _ROW.findall(_HEAD.sub("", grid[1]))]
    return "".join(_record(names, [text for _, text in row]) for row in rows if row)


def _record(names: list[str], cells: list[str]) -> str:
    """Write one row; a cell that says nothing is left out."""
    lines = "".join(
        f'<p class="fact"><span class="name">{name}</span>&nbsp; {cell}</p>\n'
        for name, cell in zip(names[1:], cells[1:], strict=False)
        if cell.strip()
    )
    return f'<p class="row">{cells[0]}</p>\n{lines}'
