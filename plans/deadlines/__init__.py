"""What a deadline's words mean, and when one that recurs comes round again: see `read`. Pure.

`words` mends and folds the text, `filler` drops what says nothing of time. `points` reads points
of time (a day, a month, a quarter), `moments` how they bind ("before", "at the latest"). One
saying is `single`, or comes again (`recurring`, `weekly`, `periodic_days`); one within another is
`narrowed`; of several the earliest counts (`several`), or two are joined (`joining`).
`coming_year` reads times without a year in a plan of the next. `recurrence` says when the next is
due, `closing_times` finds the time that a sentence closes with.

A form of deadline: one more rule in `read.RULES`.
"""
