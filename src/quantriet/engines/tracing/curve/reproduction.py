"""Cases a day and a serial interval → the instantaneous reproduction number (hệ số lây nhiễm hiệu quả, R).

Cori, Ferguson, Fraser, Cauchemez: «A new framework and software to estimate time-varying reproduction numbers during
epidemics», American Journal of Epidemiology 178 (2013), and its web appendix 1. Cases of a day are Poisson with mean
R·Λ, where Λ(t) = Σ w(k)·I(t − k) is the infectivity of all cases before; R is constant in a window and has a gamma
prior, so its posterior is gamma too: shape a + Σ I, scale 1 / (1/b + Σ Λ) over the days of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from .incidence import CurveError

PRIOR_MEAN = 5.0  # high on purpose: nobody concludes that an outbreak is under control from few cases
PRIOR_SD = 5.0
ENOUGH_VARIATION = 0.3  # Cori 2013: the largest coefficient of variation worth reporting
_ROUNDING = 0.01  # published serial intervals are rounded to three digits, so their sum is near one


@dataclass(frozen=True, slots=True)
class Estimate:
    """R over the days `first_day`..`last_day` (1 is the first day of the series, both included).

    All five figures are None where the window ends before one mean serial interval has passed: no second generation
    could have been seen by then.
    """

    first_day: int
    last_day: int
    mean: float | None = None
    sd: float | None = None
    low: float | None = None
    median: float | None = None
    high: float | None = None

    @property
    def is_certain(self) -> bool:
        """Whether enough cases stand behind it (coefficient of variation at most 0.3)."""
        return self.mean is not None and self.sd is not None and self.sd <= ENOUGH_VARIATION * self.mean


def reproduction_numbers(
    cases: Sequence[int],
    serial_interval: Sequence[float],
    window: int = 7,
    prior_mean: float = PRIOR_MEAN,
    prior_sd: float = PRIOR_SD,
) -> tuple[Estimate, ...]:
    """R in each window of `window` days, the first of which begins on day 2 (day 1 has no case before it).

    `cases[t]` are the cases of day t + 1; `serial_interval[k]` is the probability that k days pass between the onset
    of a case and that of the person it infected. Raises CurveError for a series too short or an interval that is none.

    >>> [round(one.mean, 2) for one in reproduction_numbers([1, 1, 2, 2, 4, 4], [0, 1], window=2)]
    [1.82, 1.56, 1.67, 1.45]
    """
    check_serial_interval(serial_interval)
    if window < 1:
        raise CurveError(f"Cửa sổ {window} ngày không dùng được: phải từ 1 ngày trở lên.")
    if prior_mean <= 0 or prior_sd <= 0:
        raise CurveError("Trung bình và độ lệch chuẩn tiên nghiệm phải lớn hơn 0.")
    if len(cases) < window + 1:
        raise CurveError(
            f"Chuỗi số ca có {len(cases)} ngày, cần ít nhất {window + 1} ngày cho cửa sổ {window} ngày. "
            "Thêm số liệu hoặc chọn cửa sổ ngắn hơn (--window)."
        )
    incidence = np.asarray(cases, float)
    infectivity = np.convolve(incidence, serial_interval)[: len(incidence)]
    shape = (prior_mean / prior_sd) ** 2 + _sliding_sums(incidence[1:], window)
    scale = 1 / (prior_mean / prior_sd**2 + _sliding_sums(infectivity[1:], window))
    figures = [shape * scale, np.sqrt(shape) * scale, *(gammaincinv(shape, at) * scale for at in (0.025, 0.5, 0.975))]
    mean_interval = float(np.dot(serial_interval, np.arange(len(serial_interval))))
    estimates = []
    for first, row in enumerate(np.transpose(figures), start=2):
        last = first + window - 1
        estimates.append(Estimate(first, last, *map(float, row)) if last > mean_interval else Estimate(first, last))
    return tuple(estimates)


def check_serial_interval(probabilities: Sequence[float]) -> None:
    """Raise CurveError unless these are probabilities of 0, 1, 2, … days, none of 0 days, together 1."""
    if any(not 0 <= one <= 1 for one in probabilities):
        raise CurveError("Khoảng thế hệ có xác suất nằm ngoài 0 đến 1.")
    if probabilities and probabilities[0] != 0:
        raise CurveError(
            f"Khoảng thế hệ 0 ngày có xác suất {probabilities[0]:g}, phải bằng 0: "
            "người bị lây không thể phát bệnh cùng ngày với người lây theo cách ước lượng này."
        )
    if abs((total := sum(probabilities)) - 1) > _ROUNDING:
        raise CurveError(f"Các xác suất của khoảng thế hệ cộng lại được {total:g}, phải bằng 1.")


def _sliding_sums(values: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """Added up anew for each window: a running sum would carry its rounding along."""
    sums: NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(values, window).sum(axis=1)
    return sums
