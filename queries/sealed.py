"""A process about to begin → one that can answer on sockets but call nobody, and that ends with its parent.

A question with SERVICE makes a SPARQL server call an address of the asker's choice. On Linux the kernel keeps it from
doing so: a filter of system calls (seccomp) refuses `connect`, which a server that only listens never needs.
"""

from __future__ import annotations

import ctypes
import platform
import signal
import struct
import sys

_AUDIT = {"x86_64": (0xC000003E, 42), "aarch64": (0xC00000B7, 203), "riscv64": (0xC00000F3, 203)}
"""By machine the kernel's name of its architecture, and its number of the call `connect` (linux/audit.h, unistd.h)."""
_X32 = 0x40000000
"""The bit by which x86-64 tells calls of its 32-bit kind, which have numbers of their own: they are refused."""
_SET_PDEATHSIG, _SET_SECCOMP, _SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER_MODE = 2
_LOAD, _EQUAL, _MORE, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 13, 0x80000000
"""Refused calls fail with EACCES, those of another architecture end the process."""


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def can_seal() -> bool:
    """Whether this system has the filter that `seal` asks for."""
    return sys.platform == "linux" and platform.machine() in _AUDIT


def seal() -> None:
    """Seal the process that calls this, for good, and what it becomes; where that is not possible nothing is done.

    For `preexec_fn` of a subprocess: it calls the kernel and nothing else.
    """
    if not can_seal():
        return
    architecture, connect = _AUDIT[platform.machine()]
    steps = (
        (_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0), (_MORE, 1, 0, _X32), (_EQUAL, 0, 1, connect), (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    )  # fmt: skip
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p).value)
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    kernel.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    kernel.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0)
