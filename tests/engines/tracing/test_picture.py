"""The picture, the graph and the table tell what the trace found, whatever names people bear."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from quantriet.engines.tracing import oracle
from quantriet.engines.tracing.backward import reversed_cases, reversed_log, sources
from quantriet.engines.tracing.forest import plant
from quantriet.engines.tracing.graphml import to_graphml
from quantriet.engines.tracing.model import Case, Log, Rules
from quantriet.engines.tracing.picture import draw
from quantriet.engines.tracing.summary import Found, Writer, count_levels, in_order, tabulate
from tests.engines.tracing.logs import Problem, encounters_of, problems

SVG = "{http://www.w3.org/2000/svg}"
HOUR = 3600
NAMES = ("An <b>", 'Bình & "Chi"', "Dũng\x00\ud7ff", "Em\u202e", "Giang" * 30)


def forward(log: Log, cases: Sequence[Case], rules: Rules) -> list[Found]:
    return in_order(Found.forward(contact) for contact in oracle.trace(log, cases, rules).values())


def back(log: Log, cases: Sequence[Case], rules: Rules) -> list[Found]:
    reached = oracle.trace(reversed_log(log), reversed_cases(cases), rules)
    return in_order(Found.back(source) for source in sources(reached).values())


def star(people: int) -> tuple[Log, list[Case], list[Found]]:
    """A case that met everybody, one an hour; the second then met the last."""
    rows = [(0, person, person * HOUR, person * HOUR + 600, 0) for person in range(1, people - 1)]
    rows.append((1, people - 1, 2 * HOUR, 3 * HOUR, -1))
    log = Log([f"P{person:03d}" for person in range(people)], ["Căng tin"], encounters_of(rows))
    cases = [Case(0, 0, people * HOUR)]
    return log, cases, forward(log, cases, Rules())


@settings(max_examples=60, deadline=None)
@given(problem=problems(), is_back=st.booleans(), most=st.sampled_from((2, 5, 60)))
def test_rows_stand_under_who_passed_it_on_and_no_line_crosses_a_mark(
    problem: Problem, is_back: bool, most: int
) -> None:
    log, cases = problem.log, problem.cases
    found = (back if is_back else forward)(log, cases, problem.rules)
    forest = plant(cases, found, most, is_back=is_back)
    row_of = {row.person: at for at, row in enumerate(forest.rows)}
    assert len(row_of) == len(forest.rows)
    shown = [row.found for row in forest.rows if row.found]
    assert len(shown) + forest.left_out == len(found)
    assert sum(row.left_out for row in forest.rows) <= forest.left_out
    for one in shown:
        assert row_of[one.other] < row_of[one.person]
        between = forest.rows[row_of[one.other] + 1 : row_of[one.person]]
        siblings = [row.found for row in between if row.found and row.found.other == one.other]
        assert all(other.moment <= one.moment if is_back else other.moment >= one.moment for other in siblings)


@settings(max_examples=40, deadline=None)
@given(problem=problems(), is_back=st.booleans(), name=st.sampled_from(NAMES))
def test_any_log_and_any_name_make_an_svg_and_a_graph(problem: Problem, is_back: bool, name: str) -> None:
    log = Log([name, *problem.log.people[1:]], problem.log.places, problem.log.encounters, problem.log.visits)
    found = (back if is_back else forward)(log, problem.cases, problem.rules)
    writer = Writer(log, is_back=is_back)
    root = ET.fromstring(draw(writer, problem.cases, found))
    told = " ".join(title.text or "" for title in root.iter(f"{SVG}title"))
    assert all(log.people[one.person] in told for one in found[:3] if one.person)
    graph = networkx.read_graphml(io.BytesIO(to_graphml(writer, problem.cases, found).encode()))
    assert graph.number_of_nodes() == len(found) + len({case.person for case in problem.cases})
    assert graph.number_of_edges() == len({link for one in found for link in one.chain})


def test_the_graph_holds_levels_times_and_places() -> None:
    log, cases, found = star(5)
    graph = networkx.read_graphml(io.BytesIO(to_graphml(Writer(log), cases, found).encode()))
    assert graph.nodes["n1"] == {"label": "P001", "level": 1, "moment": "1970-01-01T01:00", "minutes": 10.0}
    assert graph.nodes["n0"] == {"label": "P000", "level": 0}
    [edge] = graph.get_edge_data("n1", "n4").values() if graph.is_multigraph() else [graph.edges["n1", "n4"]]
    assert (edge["start"], edge["end"], edge.get("place", ""), edge["seconds"]) == (
        "1970-01-01T02:00", "1970-01-01T03:00", "", 3600,
    )  # fmt: skip


def test_the_picture_is_told_to_who_cannot_see_it() -> None:
    log, cases, found = star(4)
    root = ET.fromstring(draw(Writer(log), cases, found))
    assert root.attrib["aria-labelledby"] == "title desc"
    assert root.findtext(f"{SVG}title") == "Chuỗi tiếp xúc từ P000"
    assert "F1 P001: từ 1970-01-01 01:00, 10 phút, qua P000, tại Căng tin." in (root.findtext(f"{SVG}desc") or "")
    written = [text.text for text in root.iter(f"{SVG}text")]
    assert {"F0", "F1", "F2", "01:00 ngày 1/1"} <= set(written)
    assert not list(root.iter(f"{SVG}style"))


def test_too_many_people_leave_the_largest_trees_and_say_so() -> None:
    log, cases, found = star(100)
    svg = draw(Writer(log), cases, found, most=10)
    assert "còn 89 người không vẽ" in svg
    assert svg.count(">F1</text>") == 2 * 10  # in the table and on the time line
    assert ">P001</text>" in svg
    assert "Căng tin · +1 người</text>" in svg
    assert ">+88 người</text>" in svg


def test_nobody_found_is_a_picture_too() -> None:
    log = Log(["An"])
    svg = draw(Writer(log), [Case(0, 0, 60)], [])
    assert "Không tìm thấy ai khác." in svg
    ET.fromstring(svg)


def test_levels_are_counted_without_gaps() -> None:
    _, _, found = star(5)
    assert count_levels(found) == {1: 3, 2: 1}
    assert count_levels([]) == {}


def test_a_table_keeps_its_columns_with_composed_letters() -> None:
    table = tabulate(("Người", "Phút"), [("Bi\u0300nh", "5"), ("An", "15")], frozenset({1}))
    assert table.splitlines()[2:] == ["Bi\u0300nh      5", "An       15"]


def test_a_name_does_not_steer_a_terminal() -> None:
    assert tabulate(("Người",), [("\x1b[2JAn\u202e",)]).splitlines()[2] == "�[2JAn�"
