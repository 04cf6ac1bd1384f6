"""Good and bad calls of the whole OpenAPI, made up by schemathesis, which takes a second to import."""

import os
from functools import cache
from typing import Any, TypeAlias

import numpy  # noqa: ICN001, F401  hypothesis looks into it as soon as it is there: whole, not while the server's thread imports it
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.web.openapi import build_schema
from tests.given.web import application

Operation: TypeAlias = schemathesis.APIOperation[Any, Any, Any, Any]
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "1"))
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
]  # fmt: skip


@cache
def operations() -> dict[str, Operation]:
    """Every operation of the document, by its label."""
    schema = schemathesis.openapi.from_dict(build_schema(application()))
    found = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
    return {operation.label: operation for operation in found}


def call(label: str, *, base_url: str, headers: dict[str, str], bad: bool) -> None:
    """Call an operation EXAMPLES times, rightly or wrongly; raises at the first answer that breaks the contract."""
    mode = GenerationMode.NEGATIVE if bad else GenerationMode.POSITIVE

    @hypothesis_settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operations()[label].as_strategy(generation_mode=mode))
    def once(case: schemathesis.Case[Any]) -> None:
        response = case.call(base_url=base_url, session=session, headers=headers, timeout=60)
        case.validate_response(response, checks=CHECKS)

    with requests.Session() as session:
        try:
            once()
        except Unsatisfiable:
            if not bad:
                raise
            # Nothing this operation takes can be wrong.
