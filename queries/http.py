"""Requests to SPARQL servers → requests with the user's credentials, tried again when the server is busy."""

from __future__ import annotations

import base64
import os
import random
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.error import HTTPError
from urllib.parse import SplitResult, urlsplit
from urllib.request import Request

from ontology.errors import UserError

USER, PASSWORD, TOKEN = "THIDUA_ENDPOINT_USER", "THIDUA_ENDPOINT_PASSWORD", "THIDUA_ENDPOINT_TOKEN"
"""The environment's names of the credentials: they never stand on a command line."""
PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each new try, where the server does not say how long to wait."""
LONGEST_PAUSE = 60.0
_BUSY = (429, 503)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")

Answered = TypeVar("Answered")


def checked(url: str) -> SplitResult:
    """The parts of a server's address; `UserError` where it is none, or holds a name or password."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        parts = SplitResult("", "", "", "", "")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserError(f"“{url}” is no address of an endpoint; write http://HOST/PATH or https://HOST/PATH")
    if "@" in parts.netloc:
        raise UserError(
            f"the address of the endpoint at {parts.hostname} holds a name or password; leave them out,"
            f" and set {USER} and {PASSWORD} in the environment"
        )
    return parts


def authorization(url: str) -> str | None:
    """The value of the header by which the user of the environment's credentials is known; None where there are none.

    They are not sent readable: `UserError` for an address of another machine without https.
    """
    token, user, password = (os.environ.get(name, "") for name in (TOKEN, USER, PASSWORD))
    if not token and not user:
        return None
    parts = checked(url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise UserError(f"the endpoint at {parts.hostname} is asked without https: the password would be readable")
    if token:
        return f"Bearer {token}"
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def authorized(request: Request) -> Request:
    """The same request with the credentials, which do not go along to another address it may be sent on to."""
    value = authorization(request.full_url)
    if value:
        request.add_unredirected_header("Authorization", value)
    return request


def patiently(ask: Callable[[], Answered]) -> Answered:
    """What a request gives, tried again after a pause while the server says that it is busy (429, 503)."""
    for pause in (*PAUSES, None):
        try:
            return ask()
        except HTTPError as error:
            if error.code not in _BUSY or pause is None:
                raise
            told = error.headers.get("Retry-After", "") if error.headers else ""
            error.close()
            wait = float(told) if told.isascii() and told.isdigit() else pause * (1 + random.random() / 2)  # noqa: S311
            if wait > LONGEST_PAUSE:
                raise
            time.sleep(wait)
    raise AssertionError
