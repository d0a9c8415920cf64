"""Several indexes on one Chroma server: each clears away what it left there itself, and nothing of anybody else's."""

import itertools
import json
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CYCLING, Library
from tests.doubles import WordEncoder
from tests.store.conftest import generations

MILLIONS = itertools.count(20)
"""What the cycle path costs from one change of the letter to the next."""
Marks = dict[str, dict[str, str] | None]
"""What collections bear, by name."""


@dataclass(frozen=True)
class Others:
    """Somebody else at the server, by its protocol."""

    server: str

    def marks(self) -> Marks:
        return {collection["name"]: collection["metadata"] for collection in self._ask("GET", "?limit=1000")}

    def create(self, marks: Marks) -> None:
        for name, metadata in marks.items():
            self._ask("POST", "", {"name": name, "metadata": metadata})

    def delete(self, name: str) -> None:
        self._ask("DELETE", f"/{name}")

    def _ask(self, method: str, place: str, body: object = None) -> Any:
        url = f"{self.server}/api/v2/tenants/default_tenant/databases/default_database/collections{place}"
        data, headers = json.dumps(body).encode() if body else None, {"Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), timeout=30) as answer:
            return json.load(answer)


@pytest.fixture
def others(chroma_server: str) -> Iterator[Others]:
    """They leave the server as they found it."""
    others = Others(chroma_server)
    before = others.marks()
    yield others
    for name in others.marks().keys() - before.keys():
        others.delete(name)


def newest(library: Library) -> str:
    return f"generation-{generations(library)[-1].name}"


def change(library: Library, times: int, **changes: object) -> Library:
    """Index so many changes of a letter, one after the other."""
    for _ in range(times):
        library.write("2021-fietspad", CYCLING.replace("12 miljoen", f"{next(MILLIONS)} miljoen"))
        library.index(**changes)
    return library


def in_folder(library: Library, folder: Path) -> Library:
    settings = library.settings.model_copy(update={"index_dir": folder})
    return Library(letters=library.letters, settings=settings, encoder=WordEncoder())


def switched_off(library: Library) -> Library:
    return change(library, 3, chroma_url="")


def without_generations(library: Library) -> Library:
    shutil.rmtree(library.settings.index_dir / "generations")
    library.index()
    return change(library, 1)


def without_record(library: Library) -> Library:
    (library.settings.index_dir / "letters.sqlite").unlink()
    shutil.rmtree(library.settings.index_dir / "generations")
    return library


def moved(library: Library) -> Library:
    switched_off(library)
    target = library.settings.index_dir.with_name("elsewhere")
    library.settings.index_dir.rename(target)
    return in_folder(library, target)


@pytest.mark.parametrize("forget", [switched_off, without_generations, without_record, moved])
def test_what_the_folder_forgot_leaves_the_server_with_the_next_writing(
    served: Library, others: Others, forget: Callable[[Library], Library]
) -> None:
    served.index()
    left = newest(served)
    library = forget(served)
    assert left in others.marks()
    change(library, 1)
    assert left not in others.marks()
    library.open().close()


def test_all_that_was_left_is_found_however_much_it_is(served: Library, others: Others) -> None:
    served.index()
    own = others.marks()[newest(served)]
    left = {f"generation-{number}": own for number in range(1, 102)}
    others.create(left)
    served.index()
    assert not left.keys() & others.marks().keys()
    served.open().close()


def test_what_others_have_on_the_server_stays(served: Library, others: Others, tmp_path: Path) -> None:
    neighbour = in_folder(served, tmp_path / "neighbour")
    neighbour.index()
    served.index()
    own = others.marks()[newest(served)]
    others.create({"recipes": {"index": "theirs"}, "generation-5": None, "generation-6": {"by": "hand"}, "diary": own})
    before, first = others.marks(), newest(served)
    switched_off(served)
    change(served, 3)
    assert before.keys() - others.marks().keys() == {first}
    neighbour.open().close()


def test_copy_of_an_index_leaves_the_vectors_of_the_original(served: Library, others: Others, tmp_path: Path) -> None:
    served.index()
    shutil.copytree(served.settings.index_dir, tmp_path / "copy")
    copy = change(in_folder(served, tmp_path / "copy"), 3)
    assert len(generations(copy)) == 2
    assert newest(served) in others.marks()
    served.open().close()


def test_new_index_in_the_place_of_one_that_was_moved_leaves_its_vectors(served: Library, tmp_path: Path) -> None:
    served.index()
    served.settings.index_dir.rename(tmp_path / "elsewhere")
    served.index()
    change(served, 3)
    in_folder(served, tmp_path / "elsewhere").open().close()
