"""Components render, speak to a screen reader, and let no mark-up through."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django import forms
from django.core.paginator import Paginator

from tests.web.rendering import NOW, make_request, render

NASTY = '"><script>alert(1)</script>'


class Declaration(forms.Form):
    contacts = forms.IntegerField(label="Người F1", help_text="theo truy vết: 1", min_value=0)
    note = forms.CharField(label="Ghi chú", required=False)
    read = forms.BooleanField(label="Đã đọc")
    urgency = forms.ChoiceField(label="Độ khẩn", choices=[("a", "Thường"), ("b", "Khẩn")], widget=forms.RadioSelect)
    scan = forms.FileField(label="Bản quét", help_text="PDF")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<c-badge tone="seal">Cần xử lý</c-badge>', '<span class="badge t-seal"'),
        ('<c-button href="/x/" kind="primary">Mở</c-button>', '<a href="/x/" class="btn btn-primary"'),
        ('<c-button type="submit" name="nil" value="1">Gửi</c-button>', 'class="btn" name="nil" value="1"'),
        ('<c-progress :done="7" :nil="2" :wait="3" :total="12" />', "7 trên 12, 2 không phát sinh, 3 chưa có"),
        ('<c-progress :done="7" :nil="2" :wait="3" :total="12" />', '<rect class="wait" x="9" width="3"'),
        ('<c-day-cell state="late" day="21/7" />', '<span class="vh">21/7: trễ hạn</span>'),
        ('<c-legend states="late missing" />', "không báo cáo"),
        ('<c-kpi label="Đã báo cáo" value="9" unit="/ 12" />', "<b>9</b> / 12"),
        ('<c-empty title="Chưa có" href="/x/" action="Thêm">Dán vào.</c-empty>', 'href="/x/">Thêm'),
        ('<c-receipt :at="now" number="BC-1" margin="trước hạn 24 phút">x</c-receipt>', "14:36:00, trước hạn"),
        ('<c-time-left :due="due" :now="now" />', "còn 24 phút"),
        ('<c-time-left :due="due" />', "còn 24 phút"),
        ('<c-table caption="Theo đơn vị"><tr><td>1</td></tr></c-table>', "<caption>Theo đơn vị</caption>"),
        ('<c-sheet body="SỞ TƯ PHÁP" title="THÔNG BÁO">chữ</c-sheet>', "Độc lập - Tự do - Hạnh phúc"),
        ('<c-chips :items="chain" />', '<span class="vh"> đã hết hiệu lực</span>'),
        ('<c-stat-list :items="pairs" />', "<dt>Số</dt><dd>1031/TB-STP</dd>"),
        ('<c-tabs :items="chain" label="Lọc" />', 'aria-label="Lọc"'),
        ('<c-dialog id="d1" title="Nhắc?">x</c-dialog>', 'aria-labelledby="d1-title"'),
        ('<c-clause-row no="Điểm 3" title="Báo cáo" tone="blue" status="8/12" for="c3" />', 'data-for="c3"'),
        ('<c-task-card title="Gửi" href="/x/" />', 'class="card task card-link"'),
        ('<c-note tone="amber">Sắp đến hạn</c-note>', "note t-amber"),
        ('<c-card title="Một"><c-slot name="foot">nút</c-slot></c-card>', '<div class="card-foot">nút</div>'),
        ('<c-spark points="0,1 2,3" label="tăng" />', 'aria-label="tăng"'),
    ],
)  # fmt: skip
def test_renders(source: str, expected: str) -> None:
    html = render(
        source,
        now=NOW,
        due=NOW + timedelta(minutes=24),
        chain=[{"label": "1948/QĐ-UBND", "url": "/d/1/", "lapsed": True}, {"label": "1031/TB-STP", "current": True}],
        pairs=[("Số", "1031/TB-STP")],
    )
    assert expected in re.sub(r"\s+", " ", html)
    assert "<c-" not in html


@pytest.mark.parametrize(
    "source",
    [
        '<c-badge title="{{ nasty }}">{{ nasty }}</c-badge>',
        '<c-card :title="nasty" note="{{ nasty }}" href="{{ nasty }}" data-x="{{ nasty }}">{{ nasty }}</c-card>',
        '<c-chips :items="chain" />',
        '<c-stat-list :items="pairs" />',
        '<c-kpi :label="nasty" :value="nasty" />',
        "{% day_strip cells %}",
    ],
)
def test_escapes(source: str) -> None:
    html = render(
        source, nasty=NASTY, chain=[{"label": NASTY, "url": NASTY, "note": NASTY}], pairs=[(NASTY, NASTY)],
        cells=[("late", NASTY, NASTY)],
    )  # fmt: skip
    assert "<script" not in html
    assert "&lt;script" in html


def test_field_ties_help_and_error_to_its_control() -> None:
    form = Declaration({"contacts": "-1", "read": "on", "urgency": "a"})
    html = render('<c-form-fields :form="form" />', form=form)
    assert 'aria-describedby="id_contacts_help id_contacts_error"' in html
    assert {"id_contacts_help", "id_contacts_error", "id_scan_error"} <= set(re.findall(r'\bid="(\w+)"', html))
    assert html.count('aria-invalid="true"') == 2
    assert "(không bắt buộc)" in html
    assert '<a href="#id_contacts">Người F1</a>' in html


def test_every_kind_of_field_has_a_label() -> None:
    form = Declaration()
    html = render(
        '<c-stepper-field :field="form.contacts" /><c-field :field="form.read" /><c-field :field="form.urgency" />'
        '<c-file-upload :field="form.scan" />',
        form=form,
    )
    assert set(re.findall(r'<label[^>]*for="(\w+)"', html)) >= {"id_contacts", "id_read", "id_scan", "id_urgency_0"}
    assert "<legend" in html


def test_pager_keeps_the_other_choices() -> None:
    page = Paginator(range(1234), 50).page(3)
    html = render('<c-pager :page="page" noun="nhiệm vụ" />', make_request("/?q=a&page=3"), page=page)
    assert 'href="?q=a&amp;page=4"' in html
    assert "1.234 nhiệm vụ" in html
