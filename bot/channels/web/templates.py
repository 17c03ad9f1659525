"""The page's templates, loaded when the first page is asked for."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment, Template

STATIC = Path(__file__).resolve().parents[2] / "static"


@cache
def template(name: str) -> "Template":
    """A page of `bot/static`."""
    return _templates().get_template(name)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # slow import, for the page

    return Environment(loader=FileSystemLoader(STATIC), autoescape=True, undefined=StrictUndefined)
