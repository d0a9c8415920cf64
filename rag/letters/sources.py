"""The list of what questions refer to by "1)", which some papers print without numbers below the last answer."""

import re
from collections.abc import Sequence, Set

from rag.letters.layout import is_finished, is_question_label
from rag.letters.readers.lines import Line

_ASKED_BY = re.compile(r"(?<=[^\W\d_(]|[?.,»”’)]|\s)(\d{1,2})\)")
_WEB = re.compile(r"https?://\S|www\.\S|\b[\w-]+\.(?:nl|com|org|eu|net)(?:/|$)")


def find_sources(lines: Sequence[Line], taken: Set[int]) -> tuple[int, ...]:
    """Indices of the lines of such a list; `taken` are those of furniture and notes. None where nothing shows one.

    It stands apart at the end of a paper with questions: as many bare lines as the questions have numbers, or web
    addresses only.
    """
    if not any(is_question_label(line.text) for line in lines):
        return ()
    block = _last_block(lines, taken)
    texts = [lines[index].text for index in block]
    if not texts or any(is_finished(text) or is_question_label(text) for text in texts):
        return ()
    is_counted = len(texts) == _highest(lines[: block[0]])
    return block if is_counted or all(map(_WEB.search, texts)) else ()


def _last_block(lines: Sequence[Line], taken: Set[int]) -> tuple[int, ...]:
    """The last lines with text that stand together, under a blank line."""
    end = len(lines)
    while end and (end - 1 in taken or not lines[end - 1].text):
        end -= 1
    start = end
    while start and lines[start - 1].text and start - 1 not in taken:
        start -= 1
    return tuple(range(start, end)) if start else ()


def _highest(lines: Sequence[Line]) -> int:
    """To what number the questions refer, from 1 on; 0 where they refer to none."""
    numbers = {int(match[1]) for line in lines if "?" in line.text for match in _ASKED_BY.finditer(line.text)}
    highest = max(numbers, default=0)
    return highest if numbers == set(range(1, highest + 1)) else 0
