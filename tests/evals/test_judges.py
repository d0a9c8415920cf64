"""A judge is optional, asked once, never believed without its agreement with us, and never blocks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel, ParrotFakeChatModel
from typer import Exit

from evals.agreement import Remembered, agreement, cases, kappa
from evals.answers import Answer
from evals.cli import consult, evaluate
from evals.judges import ChatJudge, Judgement, NliJudge, Ruling, open_judge
from evals.score import Scored, score
from rag.errors import InputError, ModelError
from rag.store.embedding import encoder_name
from tests.evals.conftest import LETTER

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "het", "werk", "duurt", "jaar"]


class Scripted:
    """A judge that says what a function says, and counts how often it is asked."""

    def __init__(self, says, name: str = "scripted") -> None:
        self._says = says
        self.name = name
        self.asked = 0

    def judge(self, premise: str, claim: str, *, language: str) -> Judgement:
        self.asked += 1
        return Judgement(verdict=self._says(premise, claim), rationale="because")


def constant(verdict: Ruling, name: str = "constant") -> Scripted:
    return Scripted(lambda *_: verdict, name)


def containing(premise: str, claim: str) -> Ruling:
    return Ruling.SUPPORTED if claim in premise else Ruling.UNSUPPORTED


def verdict_of(reply: str) -> Judgement:
    judge = ChatJudge(FakeListChatModel(responses=[reply]), "fake")
    return judge.judge("Het werk duurt drie jaar.", "Het werk duurt drie jaar.", language="nl")


@pytest.fixture(scope="module")
def scored(plan, generated) -> Scored:
    """Answers of the assistant's form, with claims that do not change when the assistant does."""
    claims = {
        "n1": ("Het kabinet legt vijftig kilometer fietspad aan langs het spoor.", 1),
        "n2": ("De kosten bedragen 12 miljoen euro.", 1),
        "n3": ("De aanleg begint in 2022.", 2),
        "n4": ("De aanleg begint in 2022.", 2),
        "n5": ("Het kabinet wil het Fietsverdrag niet opzeggen.", 3),
    }
    run = score(plan, generated, encoder_name(""))
    return replace(run, answers={name: answered(run, name, *claims.get(name, ("", 0))) for name in run.answers})


def answered(run: Scored, name: str, quote: str, number: int) -> Answer:
    """An answer of one claim, or of none where there is no quote."""
    text = run.plan.dataset.letters[LETTER].paragraphs[number - 1].text
    citation = {
        "letter": LETTER, "paragraph": number, "quote": quote,
        "start": text.find(quote), "end": text.find(quote) + len(quote),
    }  # fmt: skip
    claims = [{"text": quote, "voice": "cabinet", "citations": [citation]}] if quote else []
    return Answer.model_validate({"id": name, "status": "answered", "language": "nl", "claims": claims})


@pytest.mark.parametrize("verdict", ["supported", "partial", "unsupported", "contradicted"])
def test_a_chat_models_verdict_is_read_from_its_json(verdict):
    reply = f'Certainly:\n```json\n{{"verdict": "{verdict}", "rationale": "It says so.", "score": 1}}\n```'
    assert verdict_of(reply) == Judgement(verdict=Ruling(verdict), rationale="It says so.")


@pytest.mark.parametrize("reply", ["supported", '{"verdict": "yes"}', '{"rationale": "supported"}', "{", ""])
def test_a_reply_that_cannot_be_understood_supports_nothing(reply):
    assert verdict_of(reply) == Judgement(verdict=Ruling.UNSCORABLE, rationale=f"cannot be understood: {reply!r}")


def test_a_chat_model_that_fails_supports_nothing():
    found = ChatJudge(FakeListChatModel(responses=[]), "fake").judge("a", "b", language="nl")
    assert (found.verdict, found.rationale.split(":")[0]) == (Ruling.UNSCORABLE, "IndexError")


def test_a_chat_model_is_shown_the_passage_and_the_claim():
    said = ChatJudge(ParrotFakeChatModel(), "parrot").judge("Het duurt drie jaar.", "It takes three.", language="en")
    assert "'PASSAGE\\nHet duurt drie jaar.\\n\\nCLAIM\\nIt takes three.'" in said.rationale


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory):
    """Makes a folder with a tiny cross-encoder that always finds the last of its labels the likeliest."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    def made(*labels: str) -> Path:
        folder = tmp_path_factory.mktemp("nli")
        config = BertConfig(
            vocab_size=len(WORDS), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
            id2label=dict(enumerate(labels)), label2id={label: place for place, label in enumerate(labels)},
        )  # fmt: skip
        network = BertForSequenceClassification(config)
        with torch.no_grad():
            network.classifier.weight.zero_()
            network.classifier.bias.copy_(torch.tensor([*[0.0] * (len(labels) - 1), 5.0]))
        network.save_pretrained(folder)
        (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
        BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
        return folder

    return made


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [
        (("CONTRADICTION", "NEUTRAL", "ENTAILMENT"), Ruling.SUPPORTED),
        (("entailment", "contradiction", "neutral"), Ruling.UNSUPPORTED),
        (("entailment", "neutral", "contradiction"), Ruling.CONTRADICTED),
    ],
)
def test_a_cross_encoders_labels_are_read_by_name(cross_encoder, labels, verdict):
    judge = open_judge(f"nli:{cross_encoder(*labels)}")
    found = judge.judge("Het werk duurt drie jaar.", "Het duurt drie jaar.", language="nl")
    assert found == Judgement(verdict=verdict, rationale=f"{labels[-1].lower()} 0.99")


def test_a_cross_encoder_for_something_else_is_refused(cross_encoder):
    with pytest.raises(ModelError, match=r"tells \['good', 'bad'\], not entailment, neutral, not_entailment"):
        NliJudge(cross_encoder("good", "bad"))


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"cannot be loaded: .* Give the folder of an NLI cross-encoder\."):
        NliJudge(tmp_path / "geen")


def test_an_unknown_chat_model_is_refused_with_what_can_be_given():
    with pytest.raises(InputError, match=r"--judge is 'nobody:none', which cannot be opened: .* Give nli:FOLDER, or "):
        open_judge("nobody:none")


def test_a_wrong_judge_stops_the_program_before_anything_is_answered(capsys):
    with pytest.raises(Exit) as stopped:
        evaluate(split="dev", judge="nobody:none")
    assert stopped.value.exit_code == 2
    assert "--judge is 'nobody:none'" in capsys.readouterr().err


def test_a_verdict_is_remembered_by_judge_premise_claim_and_language(tmp_path):
    file = tmp_path / "runs" / "cache.jsonl"
    first, again, other = constant(Ruling.PARTIAL), constant(Ruling.SUPPORTED), constant(Ruling.SUPPORTED, "other")
    assert Remembered(first, file).judge("a", "b", language="nl").verdict is Ruling.PARTIAL
    known = Remembered(again, file)
    assert known.judge("a", "b", language="nl") == Judgement(verdict=Ruling.PARTIAL, rationale="because")
    assert again.asked == 0
    for premise, claim, language in (("b", "a", "nl"), ("a", "b", "en"), ("ab", "", "nl")):
        assert known.judge(premise, claim, language=language).verdict is Ruling.SUPPORTED
    Remembered(other, file).judge("a", "b", language="nl")
    assert (again.asked, other.asked) == (3, 1)


def test_what_could_not_be_scored_is_asked_again(tmp_path):
    judge = constant(Ruling.UNSCORABLE)
    for _ in range(2):
        Remembered(judge, tmp_path / "cache.jsonl").judge("a", "b", language="nl")
    assert judge.asked == 2


def test_a_line_that_was_cut_off_is_passed_over(tmp_path):
    file = tmp_path / "cache.jsonl"
    Remembered(constant(Ruling.PARTIAL), file).judge("a", "b", language="nl")
    with file.open("a", encoding="utf-8") as cut:
        cut.write('{"key": "abc", "verd')
    again = constant(Ruling.SUPPORTED)
    assert Remembered(again, file).judge("a", "b", language="nl").verdict is Ruling.PARTIAL


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((20, 5, 10, 15), 0.4, id="textbook"),
        pytest.param((5, 0, 0, 5), 1.0, id="all"),
        pytest.param((0, 5, 5, 0), -1.0, id="opposite"),
        pytest.param((5, 0, 5, 0), 0.0, id="always yes"),
        pytest.param((5, 0, 0, 0), None, id="nothing to tell apart"),
        pytest.param((0, 0, 0, 0), None, id="none"),
    ],
)
def test_kappa(counts, expected):
    pairs = [(True, True), (True, False), (False, True), (False, False)]
    found = kappa([pair for pair, count in zip(pairs, counts, strict=True) for _ in range(count)])
    assert found == (None if expected is None else pytest.approx(expected))


def test_each_claim_stands_once_beside_a_broken_one(scored):
    found = cases(scored)
    assert [case.kind for case in found if case.is_supported] == ["cited"] * 4
    assert [case.kind for case in found if not case.is_supported] == ["place", "number", "number", "negation"]
    assert [case.claim for case in found][5::2] == [
        "De aanleg begint in 2029.",
        "Het kabinet wil het Fietsverdrag opzeggen.",
    ]
    for cited, broken in zip(found[::2], found[1::2], strict=True):
        assert cited.claim in cited.premise
        assert broken.claim not in broken.premise


def test_a_claim_that_is_not_verbatim_is_no_case(scored):
    answer = scored.answers["n1"]
    [claim] = answer.claims
    wrong = claim.model_copy(update={"citations": (claim.citations[0].model_copy(update={"start": 1}),)})
    answers = {**scored.answers, "n1": answer.model_copy(update={"claims": (wrong,)})}
    assert len(cases(replace(scored, answers=answers))) == len(cases(scored)) - 2


def test_a_judge_that_knows_agrees_wholly_and_one_that_says_yes_to_all_not_at_all(scored):
    dutch = sum(case.kind == "cited" for case in cases(scored))
    knows, agrees = agreement(Scripted(containing), scored), agreement(constant(Ruling.SUPPORTED), scored)
    assert (knows.kappa, knows.supported.value, knows.supported.n, knows.n) == (1.0, 1.0, dutch, 2 * dutch)
    assert (agrees.kappa, agrees.supported.value) == (0.0, 1.0)


def test_partial_is_not_supported(scored):
    assert agreement(constant(Ruling.PARTIAL), scored).supported.value == 0.0


def test_what_a_judge_cannot_score_is_counted_apart(scored):
    found = agreement(constant(Ruling.UNSCORABLE, "mute"), scored)
    assert (found.supported, found.kappa, found.n, found.unscorable) == (None, None, 0, len(cases(scored)))
    assert str(found) == (
        "tiny-dev, judged by mute: claims supported none; agreement with our labels on these and on broken ones: kappa "
        f"not defined (n = 0), unscorable {len(cases(scored))}. The gate does not look at this."
    )


def test_the_score_is_printed_beside_the_agreement_and_kept(scored, places, capsys):
    consult(Scripted(containing), [scored], places)
    rows = [json.loads(line) for line in (places.runs / "judge-cache.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == len(cases(scored))
    assert {row["judge"] for row in rows} == {"scripted"}
    said = capsys.readouterr().out
    assert "tiny-dev, judged by scripted: claims supported 1.000 [" in said
    assert f"kappa 1.00 (n = {len(rows)}), unscorable 0. The gate does not look at this." in said
