"""What the page is told where a post is not taken: the status, and one sentence."""

from math import ceil

from starlette.responses import JSONResponse

from bot.channels.web.posts import TEXT_CHARACTERS, PostError, Reason
from bot.channels.web.stream import translator_of
from bot.i18n import Translator
from bot.texts import page as texts
from bot.texts.drafts import files as file_texts
from db.engine import Database

STATUS = {
    Reason.UNREADABLE: 400,
    Reason.EMPTY: 422,
    Reason.TOO_LONG: 422,
    Reason.TOO_MANY: 429,
    Reason.NO_SESSION: 401,
    Reason.CHOICE_GONE: 409,
    Reason.MESSAGE_GONE: 409,
    Reason.NOT_KNOWN: 403,
    Reason.FILE_TOO_LARGE: 413,
}


async def refuse(
    database: Database, refusal: PostError, address: str | None, locale: str
) -> JSONResponse:
    """`{"reason", "error"}`, the sentence in the language of the chat's owner."""
    tr = await translator_of(database, address, locale)
    wait = ceil(refusal.wait)
    headers = {"Retry-After": str(wait)} if wait else None
    body = {"reason": refusal.reason.name.lower(), "error": _say(tr, refusal.reason, wait)}
    return JSONResponse(body, status_code=STATUS[refusal.reason], headers=headers)


def _say(tr: Translator, reason: Reason, wait: int) -> str:
    """A refusal in words."""
    match reason:
        case Reason.EMPTY:
            return texts.empty_post(tr)
        case Reason.TOO_LONG:
            return texts.post_too_long(tr, TEXT_CHARACTERS)
        case Reason.TOO_MANY:
            return texts.too_many_posts(tr, wait)
        case Reason.NO_SESSION:
            return texts.no_session(tr)
        case Reason.CHOICE_GONE:
            return texts.choice_gone(tr)
        case Reason.MESSAGE_GONE:
            return texts.message_gone(tr)
        case Reason.NOT_KNOWN:
            return texts.connect_first(tr)
        case Reason.FILE_TOO_LARGE:
            return file_texts.too_large(tr)
        case Reason.UNREADABLE:
            return texts.unreadable_post(tr)
