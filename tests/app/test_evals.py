"""The page of the stored reports: there where a run is stored, and showing exactly what was stored."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evals.strings import STRINGS
from rag.view.strings import DUTCH
from tests.app.conftest import ROOT, TIMEOUT_SECONDS, html_of

Front = Callable[..., AppTest]


@pytest.fixture
def front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Front:
    """Opens a copy of the app beside runs given as `name="report"`; there is no index, and none is needed."""
    monkeypatch.setenv("RAG_INDEX_DIR", str(tmp_path / "nothing"))

    def open_beside(**reports: str) -> AppTest:
        (tmp_path / "evals").mkdir()
        for name in ("app.py", "evals/viewer.py"):
            shutil.copy(ROOT / name, tmp_path / name)
        for run, report in reports.items():
            folder = tmp_path / "evals" / "runs" / run
            folder.mkdir(parents=True)
            (folder / "report.html").write_text(report, encoding="utf-8")
        app = AppTest.from_file(tmp_path / "app.py", default_timeout=TIMEOUT_SECONDS)
        app.query_params["lang"] = "nl"
        return app.run()

    return open_beside


def shown(page: AppTest) -> tuple[str, str]:
    """The report that is shown, and what it is called."""
    (frame,) = page.get("iframe")
    return frame.proto.srcdoc, frame.proto.alt


def test_without_stored_runs_there_is_only_the_chat(front: Front) -> None:
    app = front()
    assert not app.exception
    assert DUTCH.tagline in html_of(app)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        app.switch_page("evals/viewer.py")


def test_stored_runs_leave_the_chat_in_front(front: Front) -> None:
    app = front(**{"seed-dev": "<p>seed</p>"})
    assert not app.exception
    assert DUTCH.tagline in html_of(app)
    assert not app.get("iframe")


def test_stored_report_is_shown_as_it_is(front: Front) -> None:
    page = front(**{"seed-dev": "<p>één</p>", "synthetic-dev": "<p>twee</p>"}).switch_page("evals/viewer.py").run()
    assert not page.exception
    assert page.selectbox[0].options == ["seed-dev", "synthetic-dev"]
    assert shown(page) == ("<p>één</p>", "Verslag van seed-dev")
    page.selectbox[0].set_value("synthetic-dev").run()
    assert shown(page) == ("<p>twee</p>", "Verslag van synthetic-dev")


def test_page_of_reports_changes_language(front: Front) -> None:
    page = front(**{"seed-dev": "<p>seed</p>"}).switch_page("evals/viewer.py").run()
    assert f'lang="nl"><h1>{STRINGS["nl"].title}</h1>' in html_of(page)
    page.segmented_control(key="lang").set_value("en").run()
    assert f'lang="en"><h1>{STRINGS["en"].title}</h1>' in html_of(page)
    assert shown(page)[1] == "Report of seed-dev"


def test_without_reports_the_page_says_how_to_make_them(front: Front, tmp_path: Path) -> None:
    front()
    page = AppTest.from_file(tmp_path / "evals" / "viewer.py", default_timeout=TIMEOUT_SECONDS).run()
    assert not page.exception
    assert "`make eval`" in page.info[0].value
    assert not page.get("iframe")
