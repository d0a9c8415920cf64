"""A real model server with a real model of random weights: it babbles, and no word of that reaches a reader."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.answering import phrases
from rag.answering.connection import place_of_model
from rag.answering.trial import try_out
from rag.errors import ChatError, Fault
from rag.settings import Settings
from tests.chat.conftest import Open
from tests.chat.servers import Server
from tests.chat.test_answers import ENGLISH_QUESTION, QUESTION
from tests.conftest import free_port

START_SECONDS = 90
SERVE = Path(sys.executable).with_name("transformers")
CORPUS = ["het kabinet de auteurs van een brief", "the cabinet and the authors of a letter", '0123456789 {}[]":,«»']


def make_model(folder: Path) -> None:
    """A small Llama of random weights with a byte-level tokenizer, as a folder of Hugging Face's."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, set_seed

    words = Tokenizer(models.BPE())
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["<s>", "</s>"], initial_alphabet=alphabet)
    words.train_from_iterator(CORPUS, trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, bos_token="<s>", eos_token="</s>", pad_token="</s>")
    tokenizer.chat_template = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
    tokenizer.save_pretrained(folder)
    set_seed(7)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=32_768,
        bos_token_id=0,
        eos_token_id=1,
    )
    LlamaForCausalLM(config).save_pretrained(folder)


def is_up(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/models", timeout=5) as response:
            return bool(json.load(response))
    except (OSError, ValueError):
        return False


@pytest.fixture(scope="module")
def babbler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """`transformers serve` on loopback, and the name of its model."""
    pytest.importorskip("fastapi", reason="transformers serve needs fastapi")
    folder = tmp_path_factory.mktemp("babble")
    (folder / "cache").mkdir()
    make_model(folder / "model")
    port = free_port()
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [SERVE, "serve", folder / "model", "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"],
        env=os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder), "HF_HUB_CACHE": str(folder / "cache")},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    url = f"http://127.0.0.1:{port}/v1"
    try:
        until = time.monotonic() + START_SECONDS
        while not is_up(url):
            if process.poll() is not None or time.monotonic() > until:
                give_up = pytest.fail if os.environ.get("BRIEFWIJZER_REQUIRE_SERVER") == "1" else pytest.skip
                give_up(f"transformers serve did not start: {(folder / 'log').read_text()[-300:]!r}")
            time.sleep(0.5)
        yield Server(url=url), str(folder / "model")
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()


@pytest.mark.server
@pytest.mark.parametrize(("question", "language"), [(QUESTION, "nl"), (ENGLISH_QUESTION, "en")])
def test_babble_never_reaches_a_reader(
    babbler: tuple[Server, str], open_assistant: Open, question: str, language: str
) -> None:
    server, model = babbler
    assistant = open_assistant(
        server, chat_model=f"openai:{model}", chat_answer_tokens=64, chat_timeout_seconds=60.0, top_paragraphs=3
    )
    answer = assistant.ask(question)
    assert answer.claims
    assert not any(claim.is_own_words for claim in answer.claims)
    assert answer.note is not None
    reasons = [phrases.CHAT_FAULTS[language][fault] for fault in Fault] + [phrases.CHAT_DROPPED[language]]
    assert any(answer.note.startswith(reason) for reason in reasons)


@pytest.mark.server
def test_a_model_that_babbles_is_found_by_a_trial(babbler: tuple[Server, str]) -> None:
    server, model = babbler
    settings = Settings(chat_model=f"openai:{model}", chat_base_url=server.url, chat_answer_tokens=64)
    assert place_of_model(settings) is not None
    with pytest.raises(ChatError) as caught:
        try_out(settings)
    assert caught.value.fault in (Fault.UNREADABLE, Fault.OTHER_LANGUAGE)
