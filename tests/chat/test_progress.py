"""Who waits for a chat model keeps nobody else from the index."""

from collections.abc import Iterator
from threading import Lock

from rag.answering.model import Answer, Status
from rag.answering.progress import Event, Finished, Progress, Stage, in_turns

DONE = Answer(status=Status.ANSWERED, language="nl", text="")


def test_the_turn_is_held_but_for_what_a_chat_model_does() -> None:
    turn, held = Lock(), []

    def events() -> Iterator[Event]:
        for stage in Stage:
            held.append(turn.locked())
            yield Progress(stage=stage)
        held.append(turn.locked())
        yield Finished(answer=DONE)

    told = list(in_turns(events(), turn))
    assert [event.stage for event in told if isinstance(event, Progress)] == list(Stage)
    assert isinstance(told[-1], Finished)
    work = dict(zip(["before", *Stage], held, strict=True))
    assert [stage for stage, is_held in work.items() if not is_held] == [Stage.UNDERSTANDING, Stage.WRITING]


def test_the_turn_is_given_back_between_events_and_by_who_stops() -> None:
    turn = Lock()
    told = in_turns(iter([Progress(stage=Stage.SEARCHING), Finished(answer=DONE)]), turn)
    next(told)
    assert not turn.locked()
    told.close()
    assert not turn.locked()
