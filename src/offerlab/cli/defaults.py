"""The defaults of this user, read where there are any."""

from __future__ import annotations

import os

from offerlab.core.config import Config
from offerlab.resources import user_config


def user_defaults() -> Config:
    """Defaults of this user.

    Raises
    ------
    InputError
        If the file that holds them is broken.
    """
    file = user_config()
    if not os.path.lexists(file):
        return Config(file)
    from offerlab.ingest.config import read_config  # only where there is a file

    return read_config(file)
