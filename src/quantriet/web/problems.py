"""Turns a `Problem` raised anywhere below into a page, an htmx fragment or JSON."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from quantriet.engines.kernel.problem import Problem, Problems


class ProblemMiddleware:
    """Answers a refusal with its own words and HTTP status; programmers' errors pass through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Problem):
            return None
        if "application/json" in request.headers.get("Accept", "") or request.path.startswith("/api/"):
            return JsonResponse(as_json(exception), status=exception.status)
        template = "web/problem_fragment.html" if getattr(request, "htmx", False) else "web/problem.html"
        return render(request, template, {"problem": exception}, status=exception.status)


def as_json(problem: Problem) -> dict[str, object]:
    """The shape of a refusal in the API: code, what, why, remedy, field; several under `items`."""
    answer: dict[str, object] = {
        "code": problem.code,
        "what": problem.what,
        "why": problem.why,
        "remedy": problem.remedy,
        "field": problem.field,
    }
    if isinstance(problem, Problems):
        answer["items"] = [as_json(item) for item in problem.items]
    return answer
