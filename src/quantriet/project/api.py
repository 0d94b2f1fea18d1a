"""The API: one NinjaAPI that gathers the routers of the apps."""

from __future__ import annotations

from ninja import NinjaAPI

api = NinjaAPI(title="Quán Triệt", version="1", docs_url=None, urls_namespace="api")
