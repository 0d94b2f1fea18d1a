"""The API: one NinjaAPI that gathers the routers of the apps and answers refusals in one shape."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from quantriet.apps.documents.api import router as documents
from quantriet.apps.notices.api import router as notices
from quantriet.apps.organization.api import router as units
from quantriet.apps.reports.api import router as reports
from quantriet.engines.kernel.problem import Problem
from quantriet.web.problems import as_json

api = NinjaAPI(title="Quán Triệt", version="1", docs_url=None, urls_namespace="api")
api.add_router("", documents)
api.add_router("/reports", reports)
api.add_router("/units", units)
api.add_router("/notices", notices)


@api.exception_handler(Problem)
def refuse(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A refusal in its own words."""
    return api.create_response(request, as_json(problem), status=problem.status)


@api.exception_handler(ValidationError)
def refuse_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A body that is not of the form asked for: which field, what was wrong."""
    places = [".".join(str(part) for part in item["loc"][1:]) for item in error.errors]
    problem = Problem(
        "api.shape",
        f"Dữ liệu gửi lên chưa đúng dạng ở: {', '.join(dict.fromkeys(places)) or 'thân yêu cầu'}.",
        why="; ".join(str(item["msg"]) for item in error.errors[:5]),
        remedy="Xem mô tả trường tại /api/v1/openapi.json rồi gửi lại.",
        field=places[0] if places else None,
        status=422,
    )
    return api.create_response(request, as_json(problem), status=422)
