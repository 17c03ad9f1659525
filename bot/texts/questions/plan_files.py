"""A plan's own document, handed on in chat."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.texts.common import few


def plan(tr: Translator, *, name: str) -> str:
    """Over the document of a plan."""
    return tr.gettext("Document of plan {name}").format(name=name)


def none_kept(tr: Translator, *, names: Sequence[str]) -> str:
    """No document was sent here, as where a plan was read on the server."""
    return tr.gettext(
        "The document itself is not kept here: {names}. Ask the standing office for it; the tasks "
        "read from it are under /tonghop."
    ).format(names=few(names))
