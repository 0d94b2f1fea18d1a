"""Who infected whom → generations, clusters, who infected most (chuỗi lây nhiễm, ổ dịch).

Pairs are what an inquiry established, not what an encounter makes possible; several sources of one case may be named.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from quantriet.engines.kernel.errors import EngineError

Case = TypeVar("Case", bound=Hashable)


class TransmissionError(EngineError):
    """Pairs that contradict themselves; the message is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Outbreak(Generic[Case]):
    """The cases of an outbreak by their place in it (chuỗi lây nhiễm).

    `generations`: 0 for a case without a known source, else one more than its nearest source.
    `clusters`: cases tied together by any chain, largest first; a case that nobody is tied to is its own cluster.
    `infected`: how many cases each one infected, most first; of several named sources each counts.
    """

    generations: dict[Case, int]
    clusters: tuple[frozenset[Case], ...]
    infected: tuple[tuple[Case, int], ...]


def outbreak(cases: Iterable[Case], pairs: Iterable[tuple[Case, Case]]) -> Outbreak[Case]:
    """Order `cases` by `pairs` (source, infected); a pair given twice counts once.

    Raises TransmissionError for a pair with a case that is not in the list, a case that infected itself, or cases
    that infected each other in a circle with no source outside it.

    >>> found = outbreak("abcde", [("a", "b"), ("b", "c"), ("a", "d")])
    >>> found.generations, [sorted(cluster) for cluster in found.clusters], found.infected
    ({'a': 0, 'b': 1, 'c': 2, 'd': 1, 'e': 0}, [['a', 'b', 'c', 'd'], ['e']], (('a', 2), ('b', 1)))
    """
    listed = list(dict.fromkeys(cases))
    known = list(dict.fromkeys(pairs))
    _check(set(listed), known)
    infected = Counter(source for source, _ in known)
    return Outbreak(_generations(listed, known), _clusters(listed, known), tuple(infected.most_common()))


def _check(listed: set[Case], pairs: Sequence[tuple[Case, Case]]) -> None:
    for source, target in pairs:
        if source == target:
            raise TransmissionError(f"Ca {source} được ghi là lây cho chính mình.")
        for case in (source, target):
            if case not in listed:
                raise TransmissionError(f"Ca {case} có trong cặp lây nhiễm nhưng không có trong danh sách ca.")


def _generations(cases: Sequence[Case], pairs: Sequence[tuple[Case, Case]]) -> dict[Case, int]:
    targets: defaultdict[Case, list[Case]] = defaultdict(list)
    for source, target in pairs:
        targets[source].append(target)
    with_source = {target for _, target in pairs}
    found = {case: 0 for case in cases if case not in with_source}
    waiting = deque(found)
    while waiting:
        source = waiting.popleft()
        for target in targets[source]:
            if target not in found:
                found[target] = found[source] + 1
                waiting.append(target)
    if circle := [case for case in cases if case not in found]:
        named = ", ".join(map(str, circle[:5]))
        raise TransmissionError(f"Các ca {named} được ghi là lây vòng cho nhau, không có nguồn bên ngoài.")
    return {case: found[case] for case in cases}


def _clusters(cases: Sequence[Case], pairs: Sequence[tuple[Case, Case]]) -> tuple[frozenset[Case], ...]:
    neighbours: defaultdict[Case, set[Case]] = defaultdict(set)
    for source, target in pairs:
        neighbours[source].add(target)
        neighbours[target].add(source)
    seen: set[Case] = set()
    clusters: list[frozenset[Case]] = []
    for case in cases:
        if case in seen:
            continue
        cluster, waiting = {case}, [case]
        while waiting:
            fresh = neighbours[waiting.pop()] - cluster
            cluster |= fresh
            waiting += fresh
        seen |= cluster
        clusters.append(frozenset(cluster))
    return tuple(sorted(clusters, key=len, reverse=True))
