"""The taught sentences are found again in the papers, whatever their lines and hyphens."""

import gzip
import hashlib
import json
from pathlib import Path

from rag.training import papers
from rag.training.everyday import order_loss
from rag.training.papers import DATA, FILES, LOST, find, read_digests


def digest(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[: papers.DIGEST_CHARS]


def test_sentences_are_found_across_lines_and_a_lost_one_keeps_its_place(tmp_path: Path) -> None:
    law = tmp_path / "laws.jsonl.gz"
    with gzip.open(law, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "1. Dit is\n de eerste zin. En dit de\ntweede."}) + "\n")
    taught = [["Dit is de eerste zin.", "Een andere."], ["En dit de tweede."]]
    found = find([law], {"a": [[digest(one) for one in paragraph] for paragraph in taught]})
    assert found == {"a": [(None, ["Dit is de eerste zin.", LOST]), (None, ["En dit de tweede."])]}


def test_every_question_and_claim_names_sentences_that_have_a_digest() -> None:
    digests = read_digests()
    for name, fields in FILES.items():
        with gzip.open(DATA / f"{name}.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        assert rows
        for row in rows:
            for key in (key for field in fields for key in row[field]):
                paragraph, sentence = (int(number) for number in key.split("."))
                assert digests[row["doc"]][paragraph - 1][sentence - 1]


def test_cosines_in_the_order_of_the_grades_lose_less_than_turned_round() -> None:
    import torch

    grades = torch.tensor([1.0, 3.0, 5.0])
    right, wrong = (order_loss(torch.tensor(cosines), grades).item() for cosines in ([0.1, 0.5, 0.9], [0.9, 0.5, 0.1]))
    assert right < 0.01
    assert wrong > 10
