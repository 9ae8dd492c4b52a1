"""npm's sigma.js → the script for large networks, put into a wheel when it is built; see build.sh."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SCRIPT = "graphs/assets/sigma/sigma.min.js"


class SigmaHook(BuildHookInterface):  # type: ignore[type-arg]
    """Without npm, or without its registry, the wheel lacks the script, and says so when a large page is asked for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # make sees to it there
            return
        root = Path(self.root)
        if not (root / SCRIPT).exists():
            try:
                subprocess.run(["sh", root / "graphs/assets/sigma/build.sh"], check=True)
            except (OSError, subprocess.CalledProcessError):
                self.app.display_warning("sigma.js cannot be had from npm: this wheel makes no pages of large networks")
                return
        build_data["artifacts"].append(SCRIPT)
