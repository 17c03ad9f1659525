"""Free Vietnamese text to what it says of which task; pure, asks no database.

How a message becomes readings, step by step (`read.read_reply`):

1. `said.listen`: what was typed, in plain words (`spelling`, `telex`, `english`); `layout`,
   `address` and `slips` set commas where a list, a greeting or a slip parts it.
2. `targets.part_by_task`: the words in parts, one for each task that they name (`names`), each in
   clauses; `sharing` says which words of a clause are about which of its tasks.
3. `hearing.hear`: what each clause says beside the work, asked of `HEARERS` in their order; what
   is left of its words is about the work.
4. `signs.read_sign`: what those words say of the work: a figure (`numbers`), words of completion
   (`done.REASONS`: why they may not mean done), or others (`signs.WORK`).
5. `states.read_standing` weighs the signs of all clauses, and `part.read_part` makes one `Reply`
   of what was heard and how the work stands.

A wording that is misread: find its step here, and its rule in that step's table.
"""

from bot.conversation.replies.content import Spoken, find_tasks, may_name_task, names_another
from bot.conversation.replies.read import read_reply
from bot.conversation.replies.reply import Ask, Doubt, Reply, to_labels

__all__ = [
    "Ask",
    "Doubt",
    "Reply",
    "Spoken",
    "find_tasks",
    "may_name_task",
    "names_another",
    "read_reply",
    "to_labels",
]
