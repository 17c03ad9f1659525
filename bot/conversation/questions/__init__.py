"""What leaders and the standing office ask, and the answers: see `asking`.

1. `inquiries` reads a question: what it is about by the words of `inquiry_words`, in English
   `english_inquiry_words`, whether it asks at all (`asked_form`), and what bounds it (`scopes`,
   `percents`, `obstacles`). `following` completes one that leans on the one before;
   `unknown_agencies` knows an agency that the directory lacks.
2. `looking` finds the tasks within its bounds.
3. `answers` has the table of who answers what: `listing` with tasks (shown by `task_list`),
   `returned`, `comparing`, `ranking`, `news`, `plan_files`, `waiting`, or the roll-up, with its
   lists a press away (`parts`).

Asked of tasks by their numbers: `of_tasks`, `of_evidence`; of one person: `of_persons`; of one's
own: `own`, `own_reminders`; how a thing is done: `howto`, a line in its `TOPICS` for each; why a
reminder came: `explaining`.
"""
