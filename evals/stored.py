"""Which reports are stored. Imports nothing that a user of the app may lack."""

from pathlib import Path

RUNS = Path(__file__).resolve().parent / "runs"
REPORT = "report.html"


def stored_reports(runs: Path = RUNS) -> dict[str, Path]:
    """The report of each stored run, by its name."""
    return {file.parent.name: file for file in sorted(runs.glob(f"*/{REPORT}"))}
