"""Every problem is documented, and nothing else is."""

import re

from api.kit.errors import Problem
from tests.architecture.house import ROOT, all_subclasses, modules

ROW = re.compile(r"^\| `(?P<slug>[a-z-]+)` \| (?P<status>\d{3}) \| (?P<title>[^|]+) \|", re.MULTILINE)


def test_the_table_in_the_docs_is_the_code() -> None:
    list(modules())
    kinds = [kind for kind in all_subclasses(Problem) if "slug" in vars(kind)]
    coded = sorted((kind.slug, kind.status, kind.title) for kind in kinds)
    rows = ROW.findall((ROOT / "docs/problems.md").read_text())
    assert [(slug, int(status), title.strip()) for slug, status, title in rows] == coded


def test_slugs_are_unique_and_titles_are_vietnamese_sentences() -> None:
    list(modules())
    kinds = [kind for kind in all_subclasses(Problem) if "slug" in vars(kind)]
    assert len({kind.slug for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.title[0].isupper(), kind
        assert not kind.title.isascii(), kind
        assert 400 <= kind.status < 600, kind
