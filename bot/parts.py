"""Cut an outgoing message into what a channel can show; pure."""

from collections.abc import Iterator

from bot.ports import Choice, Limits, Message, Outgoing, SentOut


def text_length(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts (Bot API: sendMessage)."""
    return len(text.encode("utf-16-le")) // 2


def split(
    outgoing: Outgoing,
    limits: Limits,
    picture: bytes | None = None,
    file: SentOut | None = None,
) -> list[Message]:
    """The messages that carry an outgoing one, in order; the choices stand under the last.

    Cut between blocks only; a block too long by itself is cut at a word. Where the channel shows
    no buttons, the choices follow as numbered lines. A picture takes a short text as its caption,
    and goes ahead of a long one; so does a file. What fits into one message of words alone may
    take another's place.
    """
    blocks = [*outgoing.blocks]
    buttons: tuple[tuple[Choice, ...], ...] = outgoing.choices
    if not limits.choices:
        choices = [choice for row in outgoing.choices for choice in row]
        blocks += [f"{number}. {choice.label}" for number, choice in enumerate(choices, 1)]
        buttons = ()
    heading = len(outgoing.blocks) > 1
    if picture is not None and limits.pictures:
        if text_length("\n".join(blocks)) <= limits.caption:
            return [Message(tuple(blocks), buttons, picture, heading=heading, spot=outgoing.spot)]
        caption = tuple(b for b in outgoing.blocks[:1] if text_length(b) <= limits.caption)
        ahead = [Message(caption, picture=picture, spot=outgoing.spot)]
    elif file is not None and limits.files:
        if text_length("\n".join(blocks)) <= limits.caption:
            return [Message(tuple(blocks), buttons, heading=heading, file=file, spot=outgoing.spot)]
        ahead = [Message((), file=file, spot=outgoing.spot)]
    else:
        ahead = []
    groups = list(_fill(blocks, limits.text))
    last = len(groups) - 1
    replaces = outgoing.replaces if last == 0 and not ahead else None
    return ahead + [
        Message(
            tuple(group),
            buttons if i == last else (),
            heading=heading and i == 0,
            replaces=replaces,
            spot=outgoing.spot,
        )
        for i, group in enumerate(groups)
    ]


def _fill(blocks: list[str], limit: int) -> Iterator[list[str]]:
    group: list[str] = []
    used = 0
    for block in blocks:
        for piece in _pieces(block, limit):
            if group and used + 1 + text_length(piece) > limit:
                yield group
                group, used = [], 0
            if group or piece.strip():  # platforms refuse a message without a word
                used += text_length(piece) + (1 if group else 0)
                group.append(piece)
    if group:
        yield group


def _pieces(block: str, limit: int) -> Iterator[str]:
    while text_length(block) > limit:
        end = len(block.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore"))
        space = max(block.rfind(" ", 0, end), block.rfind("\n", 0, end))
        cut = space if space > end // 2 else end
        yield block[:cut].rstrip()
        block = block[cut:].lstrip()
    yield block
