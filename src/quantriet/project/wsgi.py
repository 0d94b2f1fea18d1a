"""The WSGI entry that granian serves."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quantriet.project.settings")
application = get_wsgi_application()
if settings.PROXIES:  # whose word for a visitor's address is taken; anybody else could invent one
    application = wrap_wsgi_with_proxy_headers(application, trusted_hosts=settings.PROXIES)
_ = get_resolver().url_patterns  # every view is loaded now, not in somebody's first request
# What stands now stays for good. Walking through it again and again to look for garbage held up one page in forty
# for 50 to 90 ms.
gc.collect()
gc.freeze()
