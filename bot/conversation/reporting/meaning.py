"""What a reply says, as far as it decides what is done with it."""

from bot.conversation.replies import Reply


def says_progress(reply: Reply) -> bool:
    """Whether it tells how a task stands."""
    return reply.state is not None or reply.percent is not None or reply.blocked or reply.cleared


def says_something(reply: Reply) -> bool:
    """Whether anything can be recorded or asked of it."""
    return (
        says_progress(reply)
        or reply.extension
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.evidence is not None
        or reply.doubtful is not None
    )


def says_other_than_a_day(reply: Reply) -> bool:
    """Whether what follows "until which day" plainly answers something else."""
    return (
        reply.state is not None
        or reply.percent is not None
        or reply.snooze is not None
        or reply.handover
        or reply.unchanged
        or reply.ack
    )


def is_open_wish(reply: Reply) -> bool:
    """More time is asked for, and no day that it could be until."""
    return reply.extension and reply.until is None and reply.extend_by is None
