"""The schemes of honours and provinces → what the commands print of them."""

from __future__ import annotations

import sys

from ontology.console import complain, width, write
from ontology.listing import Listing, day, list_honours, list_provinces
from queries.table import render


def print_honours(text: str, form: str) -> int:
    """Print the honours that a text may mean, or all; the exit status: 1 where there are none."""
    return _print(list_honours(text), text, "", form)


def print_provinces(text: str, on: str | None, form: str) -> int:
    """Print the provinces that a text may mean, or all, of a day or through time; the exit status: 1 for none."""
    return _print(list_provinces(text, day(on) if on else None), text, f" on {on}" if on else "", form)


def _print(listing: Listing, text: str, when: str, form: str) -> int:
    if not listing.rows:
        complain(f"no {listing.name} go with '{text}'{when}")
        return 1
    if form == "table":
        sys.stdout.write(render(*listing.cells(), width()))
    else:
        write("-", listing.to_bytes(form))
    return 0
