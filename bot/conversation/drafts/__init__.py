"""Plans and other files that are sent: read, looked through, amended, followed.

- A file comes: `intake` takes it (`pages`: a plan in pictures), `file_read` says what came of it,
  `forgetting` drops a marked one.
- A draft is looked through: `plan_list`, `reviewing`, its `head`; line by line `row_lines` and
  `indicator_lines` (both `lines` and `line_corrections`), asked for by `corrections`. In words:
  `spoken` reads them by `spoken_words`, `spoken_orders` does them.
- It is a newer version: `older_plans`, `amending_plans`, `pairing`.
- It counts, or not: `accepting`, `following`, `discarding`. Its days of reports: `report_days`.
"""
