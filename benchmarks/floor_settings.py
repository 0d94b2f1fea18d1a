"""The product's settings with one URL that does nothing; `BENCH_BARE=1` leaves the middleware out too."""

import os

from quantriet.project.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.floor"
WSGI_APPLICATION = "benchmarks.floor.application"
if os.environ.get("BENCH_BARE"):
    MIDDLEWARE = []
    INSTALLED_APPS = []
