"""A plot puts its marks where the figures are, and can be read without colour and without eyes."""

from xml.etree import ElementTree

import pytest

from evals import plots
from evals.stats import Estimate

SVG = "{http://www.w3.org/2000/svg}"
HALF = Estimate(n=8, value=0.5, low=0.25, high=1.0)
MOST = Estimate(n=9, value=0.75, low=0.5, high=1.0)


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def texts(plot: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in plot.iter(f"{SVG}text")]


def marked(plot: ElementTree.Element, tag: str, kind: str, *names: str) -> list[tuple[float, ...]]:
    """Attributes of the elements of a class that stand in a group: those of the data, not of the legend."""
    found = [one for group in plot.iter(f"{SVG}g") for one in group.iter(f"{SVG}{tag}") if one.get("class") == kind]
    return [tuple(float(one.get(name, "nan")) for name in names) for one in found]


@pytest.fixture
def plot():
    dutch = plots.Mark(language="nl", estimate=HALF, bars={"must": 0.75, "aim": 1.0}, remark="0.50 n=8, must ✗, aim ✗")
    english = plots.Mark(language="en", estimate=MOST, bars={}, remark="0.75 n=9")
    return drawn(plots.intervals({"recall": [dutch, english], "silence ↓": []}, key="k", title="What was found"))


def test_marks_stand_where_the_figures_are(plot):
    left, width = 220, 360
    assert marked(plot, "circle", "nl", "cx") == [(left + width / 2,)]
    assert marked(plot, "line", "nl", "x1", "x2") == [(left + width / 4, left + width)]
    assert marked(plot, "line", "must", "x1") == [(left + width * 0.75,)]
    assert marked(plot, "line", "aim", "x1") == [(left + width,)]
    assert marked(plot, "rect", "en", "x") == [(left + width * 0.75 - 3.5,)]


def test_a_plot_is_read_without_colour(plot):
    assert {"nl", "en", "recall", "silence ↓", "must", "aim", "0.50 n=8, must ✗, aim ✗"} <= set(texts(plot))
    assert not marked(plot, "circle", "en", "cx")
    assert not marked(plot, "rect", "nl", "x")
    assert "svg polyline.en { stroke-dasharray" in plots.STYLE


def test_a_plot_says_what_it_is_to_who_cannot_see_it(plot):
    title, says = plot[0], plot[1]
    assert plot.get("role") == "img"
    assert plot.get("aria-labelledby") == f"{title.get('id')} {says.get('id')}" == "k-title k-says"
    assert title.text == "What was found"
    assert "95 % interval" in (says.text or "")


def test_a_trend_runs_from_the_oldest_to_the_newest():
    series = {"nl": [HALF, None, MOST], "en": [None, None, None]}
    svg = plots.trend(series, ["2026-01-01", "2026-01-02", "2026-01-03"], key="t", title="recall")
    plot = drawn(svg)
    assert [one.get("points") for one in plot.iter(f"{SVG}polyline")] == ["34.0,91.0 284.0,58.5"]
    assert plot[1].text == "nl 0.50 at first, 0.75 at last."
    assert {"2026-01-01", "2026-01-03", "nl 0.75"} <= set(texts(plot))
    assert "2026-01-03: nl 0.750, 0.50 to 1.00, n=9" in svg


def test_labels_of_equal_figures_do_not_cover_each_other():
    plot = drawn(plots.trend({"nl": [HALF], "en": [HALF]}, ["2026-01-01"], key="t", title="recall"))
    ends = [float(one.get("y", "nan")) for one in plot.iter(f"{SVG}text") if one.text in ("nl 0.50", "en 0.50")]
    assert len(ends) == 2
    assert abs(ends[0] - ends[1]) >= 13


def test_what_comes_in_is_escaped():
    hostile = '"><script>alert(1)</script>'
    mark = plots.Mark(language=hostile, estimate=HALF, bars={hostile: 0.5}, remark=hostile)
    for svg in (
        plots.intervals({hostile: [mark]}, key=hostile, title=hostile),
        plots.trend({hostile: [HALF]}, [hostile], key=hostile, title=hostile),
    ):
        assert "<script" not in svg
        assert drawn(svg)[0].text.startswith(hostile)
