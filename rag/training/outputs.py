"""What the network is asked, as ONNX graphs: a text's vector, whether a sentence answers, what it leaves unproved.

`model.onnx` gives a text's vector, computed in float32. `answers.onnx` says how well a sentence answers a question, and
`support.onnx` which words of a claim a sentence leaves unproved, both computed in eight-bit integers made
when the graph is loaded, from the same weights and the reading's difference: that is twice as fast, and a ranking needs
no more.
"""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from rag.checking.proof import MAX_CLAIM_TOKENS
from rag.training.graph import WEIGHTS, Bert, Graph, IntegerBert
from rag.training.heads import SHARPNESS, WIDEN
from rag.training.student import ANSWERS, READINGS, UNPROVED

MAX_TOKENS = 256
GRAPH, ANSWER_GRAPH, SUPPORT_GRAPH = "model.onnx", "answers.onnx", "support.onnx"
CHECKSUM_NAMES = {WEIGHTS: "weights_sha256", READINGS: "readings_sha256"}
ABSENT = -1e9


def write_sentence_output(graph: Graph, bert: Bert) -> None:
    """Add `sentence_embedding`, [batch, hidden].

    Token vectors are summed, not averaged: the unit length that follows makes the divisor disappear.
    """
    present = graph.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    counted = graph.op("Mul", bert.states(), graph.op("Unsqueeze", present, graph.constant([2])))
    total = graph.op("ReduceSum", counted, graph.constant([1]), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [total], ["sentence_embedding"], axis=-1, p=2))


def write_answer_output(graph: Graph, bert: Bert, separator: int) -> None:
    """Add `log_odds`, [batch, 1], that the second text of a pair answers the first, as `AnswerHead` has it.

    Both are read together; then the mean states of the two parts, at unit length, are compared: their product and their
    distance, dimension by dimension; and each token of the first with what it finds in the second. The parts end at the
    tokens with the id `separator`.
    """
    states = bert.states()
    ends_before = _ends_before(graph, separator)
    question, sentence = (_part(graph, states, ends_before, number) for number in (0, 1))
    product = graph.op("Mul", question, sentence)
    distance = graph.op("Abs", graph.op("Sub", question, sentence))
    means = _weighed(graph, graph.op("Concat", product, distance, axis=1), f"{ANSWERS}.head.means")
    looked = _look_up(graph, states, ends_before, f"{ANSWERS}.head.lookup")
    is_first = graph.op("Unsqueeze", graph.op("Equal", ends_before, graph.constant([0])), graph.constant([2]))
    within = graph.op("Cast", is_first, to=TensorProto.FLOAT)
    total = graph.op("ReduceSum", graph.op("Mul", looked, within), graph.constant([1]), keepdims=0)
    mean = graph.op("Div", total, graph.op("ReduceSum", within, graph.constant([1]), keepdims=0))
    most = graph.op("Where", is_first, looked, graph.constant(ABSENT))
    most = graph.op("ReduceMax", most, graph.constant([1]), keepdims=0)
    tokens = graph.op("MatMul", graph.op("Concat", mean, most, axis=1), _turned(graph, f"{ANSWERS}.head.tokens.weight"))
    _name(graph, graph.op("Add", means, tokens), "log_odds")


def write_support_output(graph: Graph, bert: Bert, separator: int) -> None:
    """Add `unproved`, [batch, MAX_CLAIM_TOKENS]: of each token of the first text the log-odds that the second does not
    prove it, as `ProofHead` has it; `ABSENT` where there is none.
    """
    ends_before = _ends_before(graph, separator)
    looked = _look_up(graph, bert.states(), ends_before, f"{UNPROVED}.head.lookup")
    odds = graph.op("Squeeze", _weighed(graph, looked, f"{UNPROVED}.head.judge"), graph.constant([2]))
    is_first = graph.op("And", graph.op("Equal", ends_before, graph.constant([0])), _is_word(graph, separator))
    odds = graph.op("Where", is_first, odds, graph.constant(ABSENT))
    batch = graph.op("Shape", "input_ids", start=0, end=1)
    shape = graph.op("Concat", batch, graph.constant([MAX_CLAIM_TOKENS]), axis=0)
    odds = graph.op("Concat", odds, graph.op("Expand", graph.constant(ABSENT), shape), axis=1)
    places = (graph.constant([place]) for place in (1, 1 + MAX_CLAIM_TOKENS, 1))
    _name(graph, graph.op("Slice", odds, *places), "unproved")


def _look_up(graph: Graph, states: str, ends_before: str, name: str) -> str:
    """For each token what comes of comparing it with what it finds in the second text, as `Lookup` has it."""
    unit = graph.op("LpNormalization", states, axis=-1, p=2)
    is_second = graph.op("Unsqueeze", graph.op("Equal", ends_before, graph.constant([1])), graph.constant([1]))
    key = graph.op("MatMul", unit, _turned(graph, f"{name}.nearness.weight"))
    key = graph.op("LpNormalization", key, axis=-1, p=2)
    near = graph.op("MatMul", key, graph.op("Transpose", key, perm=[0, 2, 1]))
    near = graph.op("Where", is_second, near, graph.constant(-1.0))
    shares = graph.op("Softmax", graph.op("Mul", near, graph.constant(SHARPNESS)), axis=-1)
    found = graph.op("MatMul", shares, unit)
    product = graph.op("Mul", graph.op("Mul", unit, found), graph.constant(WIDEN))
    distance = graph.op("Abs", graph.op("Sub", unit, found))
    best = graph.op("ReduceMax", near, graph.constant([2]), keepdims=1)
    compared = graph.op("Concat", product, distance, best, axis=-1)
    return graph.op("Gelu", _weighed(graph, compared, f"{name}.compare"))


def _ends_before(graph: Graph, separator: int) -> str:
    """Per token how many parts end before it: [batch, sequence]. A separator belongs to the part that it ends."""
    is_end = graph.op("Cast", graph.op("Equal", "input_ids", graph.constant([separator])), to=TensorProto.INT64)
    return graph.op("CumSum", is_end, graph.constant(np.asarray(1, np.int64)), exclusive=1)


def _is_word(graph: Graph, separator: int) -> str:
    """False for the sign at the beginning and for those that end a part: [batch, sequence]."""
    places = graph.op("CumSum", "attention_mask", graph.constant(np.asarray(1, np.int64)))
    is_end = graph.op("Equal", "input_ids", graph.constant([separator]))
    return graph.op("And", graph.op("Greater", places, graph.constant([1])), graph.op("Not", is_end))


def _weighed(graph: Graph, value: str, name: str) -> str:
    """A layer of a head."""
    return graph.op("Add", graph.op("MatMul", value, _turned(graph, f"{name}.weight")), graph.weight(f"{name}.bias"))


def _turned(graph: Graph, name: str) -> str:
    """A matrix of a head, with its inputs first."""
    return graph.op("Transpose", graph.weight(name), perm=[1, 0])


def _name(graph: Graph, value: str, output: str) -> None:
    graph.nodes.append(helper.make_node("Identity", [value], [output]))


def _part(graph: Graph, states: str, ends_before: str, number: int) -> str:
    """Sum of the states of the tokens before which `number` parts end, at unit length: [batch, hidden]."""
    is_in = graph.op("Cast", graph.op("Equal", ends_before, graph.constant([number])), to=TensorProto.FLOAT)
    counted = graph.op("Mul", states, graph.op("Unsqueeze", is_in, graph.constant([2])))
    total = graph.op("ReduceSum", counted, graph.constant([1]), keepdims=0)
    return graph.op("LpNormalization", total, axis=-1, p=2)


def write_graphs(folder: Path, config: dict[str, Any], separator: int) -> None:
    """Write the graphs beside the weights that they point into, and let onnx check each with them."""
    graph = Graph.over(folder / WEIGHTS)
    write_sentence_output(graph, Bert(graph=graph, config=config))
    _save(graph, folder / GRAPH, output="sentence_embedding", width=config["hidden_size"])
    graph = Graph.over(folder / WEIGHTS, folder / READINGS)
    write_answer_output(graph, IntegerBert(graph=graph, config=config, reading=ANSWERS), separator)
    _save(graph, folder / ANSWER_GRAPH, output="log_odds", width=1)
    graph = Graph.over(folder / WEIGHTS, folder / READINGS)
    write_support_output(graph, IntegerBert(graph=graph, config=config, reading=UNPROVED), separator)
    _save(graph, folder / SUPPORT_GRAPH, output="unproved", width=MAX_CLAIM_TOKENS)


def _save(graph: Graph, file: Path, *, output: str, width: int) -> None:
    inputs = ("input_ids", "attention_mask")
    body = helper.make_graph(
        graph.nodes,
        file.stem,
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"]) for name in inputs],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", width])],
        list(graph.tensors.values()),
    )
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    sums = {
        CHECKSUM_NAMES[name]: hashlib.sha256((file.parent / name).read_bytes()).hexdigest() for name in graph.files()
    }
    helper.set_model_props(model, sums | {"max_tokens": str(MAX_TOKENS)})
    file.write_bytes(model.SerializeToString(deterministic=True))
    onnx.checker.check_model(str(file))
