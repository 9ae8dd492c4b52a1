"""What somebody calls an article (its id, its file, its IRI) → the graph that holds what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from urllib.parse import unquote

from ontology.errors import UserError
from ontology.spelling import keyed_slug
from queries.store import Store

_GRAPH = re.compile(r"(.*/)graph/([^/]+)")
_SUFFIXES = re.compile(r"\.(?:txt|html?|jsonl?|ndjson)?(?:\.(?:gz|zst))?$", re.IGNORECASE)
"""What the name of an article's file ends in, which its id does not."""


def articles(store: Store) -> dict[str, str]:
    """The articles' keys, as they stand in IRIs, with their graphs, in order."""
    return {m[2]: name for name in store.data_graphs() if (m := _GRAPH.fullmatch(name))}


def graphs_of(store: Store, called: Iterable[str]) -> tuple[str, ...]:
    """The graphs of articles, each once; `UserError` for the first that the store does not know, with those like it."""
    known = articles(store)
    return tuple(dict.fromkeys(_graph_of(store, known, name) for name in called))


def _graph_of(store: Store, known: dict[str, str], called: str) -> str:
    if called in known.values():
        return called
    name = unquote(called).rstrip("/").rpartition("/")[2]
    for wording in (name, _SUFFIXES.sub("", name)):
        for key in (wording, keyed_slug(wording)):
            if key in known:
                return known[key]
    like = get_close_matches(name, known, 3) or list(known)[:3]
    told = f"; it has {', '.join(like)}{' and others' if len(known) > len(like) else ''}" if known else "; it has none"
    raise UserError(f"the store {store.path} has no article “{called}”{told}")
