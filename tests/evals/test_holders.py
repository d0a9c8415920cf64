"""What is counted of claims that say whose view they give."""

from collections import Counter

from evals.holders import Claimed, measure, read_claimed
from rag.training.papers import read_letters

PARAGRAPHS = (
    ("Op 4 mei ontving ik het rapport van de Raad voor de Duinen (hierna: de raad).",),
    ("De raad wil tien paden sluiten.", "Het kabinet sluit vier paden."),
)


def claim(*, holder: str, right: str, wrong: str) -> Claimed:
    return Claimed(
        letter="proef",
        source=("2.1",),
        holder=holder,
        texts={"nl": right, "en": right},
        twins=[{"nl": wrong, "en": wrong}],
    )


def test_views_and_twins_are_counted_by_what_became_of_them() -> None:
    right, wrong = "De raad wil tien paden sluiten.", "Het kabinet wil tien paden sluiten."
    counts: Counter[str] = Counter()
    measure("proef", PARAGRAPHS, [claim(holder="authors", right=right, wrong=wrong)], counts)
    assert (counts["views"], counts["views of their holder"], counts["views given to the cabinet"]) == (1, 1, 0)
    assert (counts["nl claims"], counts["nl claims stopped for their holder"]) == (1, 0)
    assert (counts["nl twins"], counts["nl twins stopped for their holder"]) == (1, 1)


def test_a_view_that_the_letter_gives_to_another_is_no_view_of_its_holder() -> None:
    counts: Counter[str] = Counter()
    measure("proef", PARAGRAPHS, [claim(holder="parliament", right="De raad.", wrong="Het kabinet.")], counts)
    assert (counts["views"], counts["views of their holder"], counts["views given to the cabinet"]) == (1, 0, 0)


def test_every_claim_with_a_holder_is_about_a_letter_of_ours() -> None:
    claims = list(read_claimed())
    assert len(claims) > 400
    assert {one.letter for one in claims} <= read_letters().keys()
    assert all(one.twins for one in claims if one.holder != "neutral")
