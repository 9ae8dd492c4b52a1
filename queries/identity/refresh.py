"""A store whose articles changed → its graph of identities brought up to date."""

from __future__ import annotations

from queries.identity.decided import decisions
from queries.identity.statements import IDENTITY_GRAPH, identity
from queries.store import IDENTITY, Store

RULES = 1
"""The version of the rules by which people and awards are joined; a store made by others is gone over anew."""


def refresh(store: Store, *, anew: bool = False) -> bool:
    """Find out who and what is one, if articles have changed since that was done (or `anew`); whether it was done.

    A run that is stopped before leaves the note out, so that the next one does it.
    """
    if store.noted(IDENTITY) == RULES and not anew:
        return False
    store.replace_graph(IDENTITY_GRAPH, identity(store.inner, decisions(store.inner)))
    store.note(IDENTITY, RULES)
    return True
