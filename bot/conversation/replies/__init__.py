"""Free Vietnamese text to what it says of which task; pure, asks no database.

How a message becomes readings, step by step (`read.read_reply`):

1. `conversation/listening`, which all conversations share: `said.listen` puts what was typed in
   plain words (`spelling`, `telex`, `vni`, `english`); `layout` and `address` set commas where a
   list, a slip or a greeting parts it, and leave a paper's signature out; `tables` says what the
   head of a pasted table makes of its cells.
2. `targets/`: `parting.part_by_task` parts the words, one part for each task that they name
   (`names`), each in clauses; `sharing` says which words of a clause are about which of its tasks,
   `sections` which tasks a heading is about ("Đã hoàn thành: 5, 6", made of `headings`), `chapters`
   what a paper's obstacles and wishes are said of, `openings` what says nothing.
   A task named by words of its content is looked for in `content`.
3. `hearing/`: `hear.hear` takes what each clause says beside the work (obstacles, wishes,
   questions, slips, courtesies), asked of `HEARERS` in their order; what is left of its words is
   about the work. `evidence` finds the documents that prove it.
4. `signs/`: `sign.read_sign` finds what those words say of the work: a figure (`numbers`), words of
   completion (`done.REASONS`: why they may not mean done), or others (`sign.WORK`).
5. `weighing/`: `states.read_standing` weighs the signs of all clauses, and `part.read_part` makes
   one `Reply` of what was heard and how the work stands. `following` adds what a part leaves to be
   understood from the one before it, `together` what a message says of none of its tasks.

Days and lengths of time are read by `conversation/dates`; `harmless` has the words that change
nothing, for every step. What is reported of indicators is read apart, in `indicators/`.

A wording that is misread: find its step here, and its rule in that step's table.
"""

from bot.conversation.replies.read import read_reply
from bot.conversation.replies.reply import Ask, Doubt, Reply, to_labels
from bot.conversation.replies.targets.content import (
    Spoken,
    find_tasks,
    may_name_task,
    names_another,
)

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
