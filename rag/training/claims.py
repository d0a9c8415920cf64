"""What the network learns support from: sentences, claims that they bear out, and claims changed in a few words.

CLAIMS are JSON lines `{"doc", "source", "nl", "en", "wrong": [{"family", "nl", "en"}, ...]}`: one claim in both
languages, the sentences that it rests on, and the same claim with a mistake; with `"free": true` other claims, each in
words of its own, that go wrong.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

HOLDER = "holder"
"""Family of claims that give a view to another party, which the text alone need not show."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A claim held against a text."""

    claim: str
    text: str
    is_right: bool
    wrong_spans: tuple[tuple[int, int], ...] | None = None
    """Where the claim goes wrong, as character spans; none where it is right, None where that is not known."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """A claim in one language with its changed twins."""

    doc: str
    source: tuple[str, ...]
    right: str
    wrong: tuple[tuple[str, str], ...]
    """Family and text of each."""
    is_free: bool = False
    """Whether they are worded anew, each in its own way, instead of in the claim's words but a few."""


def read_groups(file: Path) -> list[Group]:
    """The groups, each once in either language; a twin that equals its claim (a mistranslation's Dutch) is left out."""
    groups = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for language in ("nl", "en"):
            right = row[language]
            twins = tuple((one["family"], one[language]) for one in row["wrong"] if one[language] != right)
            groups.append(
                Group(
                    doc=row["doc"],
                    source=tuple(row["source"]),
                    right=right,
                    wrong=twins,
                    is_free=row.get("free", False),
                )
            )
    return groups


def without_holders(group: Group) -> Group:
    """The group without twins that only give the view to another."""
    return replace(group, wrong=tuple(one for one in group.wrong if one[0] != HOLDER))


def text_of(group: Group, sentences: Mapping[str, str]) -> str:
    """The sentences that a group rests on, as one text."""
    return " ".join(sentences[key] for key in group.source)


def changed(right: str, wrong: str) -> tuple[tuple[int, int], ...]:
    """Character spans of `wrong` in which it differs from `right`; where words are only gone, their neighbours."""
    before, after = right.split(), list(_WORD.finditer(wrong))
    spans: list[tuple[int, int]] = []
    matcher = SequenceMatcher(a=before, b=[word.group() for word in after], autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        touched = after[max(0, start - 1) : start + 1] if kind == "delete" else after[start:end]
        if kind != "equal" and touched:
            spans.append((touched[0].start(), touched[-1].end()))
    return tuple(spans)


def twins(group: Group, text: str, wrong: Sequence[tuple[str, str]]) -> list[Claimed]:
    """The claim, and the given twins of it, against the text it rests on."""
    claims = [Claimed(claim=group.right, text=text, is_right=True, wrong_spans=())]
    for _, twin in wrong:
        spans = None if group.is_free else changed(group.right, twin)
        claims.append(Claimed(claim=twin, text=text, is_right=False, wrong_spans=spans))
    return claims
