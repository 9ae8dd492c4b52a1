"""What a user did or gave that cannot be worked with → one sentence that says what, where and what to do."""


class UserError(Exception):
    """Bad usage or input. Its text is one sentence for the user; the command line prints it and exits with status 2."""
