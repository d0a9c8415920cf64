"""What the page of the reports says, in Dutch and in English."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Strings:
    """One language of the page; the reports themselves are in English."""

    language: str
    title: str
    explains: str
    choose: str
    report: str
    """Names the report to who cannot see it; `{run}` is the run."""
    none: str


STRINGS = {
    "nl": Strings(
        language="nl",
        title="Hoe goed zijn de antwoorden?",
        explains="Metingen van python -m evals; de verslagen zijn in het Engels",
        choose="Meting",
        report="Verslag van {run}",
        none="Er zijn nog geen verslagen. Voer `make eval` uit.",
    ),
    "en": Strings(
        language="en",
        title="How good are the answers?",
        explains="Stored runs of python -m evals",
        choose="Run",
        report="Report of {run}",
        none="There are no reports yet. Run `make eval`.",
    ),
}
