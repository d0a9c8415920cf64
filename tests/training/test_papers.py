"""The taught sentences are found again in the papers, whatever their lines and hyphens."""

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

from rag.training import papers
from rag.training.claims import read_groups
from rag.training.everyday import order_loss
from rag.training.papers import DATA, FILES, find, read_digests, read_letters
from rag.training.questions import LOST, read_items, read_papers


def digest(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[: papers.DIGEST_CHARS]


def test_sentences_are_found_across_lines_and_a_lost_one_keeps_its_place(tmp_path: Path) -> None:
    law = tmp_path / "laws.jsonl.gz"
    with gzip.open(law, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "1. Dit is\n de **eerste** zin.* En dit de\n_tweede_."}) + "\n")
    taught = [["Dit is de eerste zin.", "Een andere."], ["En dit de tweede."]]
    found = find([law], {"a": [[digest(one) for one in paragraph] for paragraph in taught]})
    assert found == {"a": [(None, ["Dit is de eerste zin.", LOST]), (None, ["En dit de tweede."])]}


def test_every_letter_has_a_rendering_of_every_sentence() -> None:
    letters = read_letters()
    assert len(letters) > 40
    for letter in letters.values():
        dutch, english = letter["nl"], letter["en"]
        assert [len(paragraph) for paragraph in dutch] == [len(paragraph) for paragraph in english]
        assert all(sentence for paragraph in dutch + english for sentence in paragraph)


def test_every_question_and_claim_names_sentences_that_have_a_digest_or_stand_in_a_letter() -> None:
    digests = read_digests() | {name: letter["nl"] for name, letter in read_letters().items()}
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


def test_letters_written_for_the_project_need_no_source(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "rag.training.papers", "--target", tmp_path], check=True, stdout=subprocess.DEVNULL
    )
    papers = read_papers(tmp_path / "documents.json", tmp_path / "english.json")
    items, groups = read_items(tmp_path / "questions.jsonl"), read_groups(tmp_path / "claims.jsonl")
    assert items.keys() == {group.doc for group in groups} == read_letters().keys()
    for name, own in items.items():
        assert all(item.answers | item.also <= papers[name].sentences.keys() for item in own)
        rendering = papers[name].version(1.0)
        assert rendering.sentences.keys() == papers[name].sentences.keys()
        assert rendering.sentences != papers[name].sentences
        assert papers[name].version(0.0) is papers[name]
