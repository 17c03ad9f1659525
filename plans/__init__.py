"""A plan's text or file to a `ParsedPlan`: every row with its place, its doubts, how sure it is.

The way of a plan, step by step (`read.read_plan`, `read.read_document_plan`):

1. `files/` makes a `Document` of a file of any kind; `apart` does so in a process of its own.
2. `head/` reads what it says of itself: number, day, issuer, title, who steers it, its reports.
3. `annexes` finds its annexes. How one is printed decides who reads its tasks:
   - its tables kept their cells: `tables/`;
   - they lost them: cell after cell `broken/`, on the text's lines `woven/`, run together by a
     scan `mixed/`; `run_together` chooses, and `sure_rows` tells the surer of two readings;
   - a list with labels: `lists/`;
   - there is no annex: `body/`.
   Tables of targets are read by `indicators/`; what nobody took is left over (`unread_tables`).
4. `make_rows` makes tasks and indicators of the rows: `agencies/` gives each agency one name,
   `deadlines/` what their times mean, `restore/` mends damaged words, `certainty` says how sure
   each is. `said_elsewhere` and `labelled_cells` find what a row says in another
   column than its own.
5. `compare` lays two versions side by side, and `store` saves a plan once.

Shared by the readers: `columns` (a column's name in running text), `cell_costs` (how unlike a
column's cells words are), `cell_doubts`, `vocabulary` (the known words that a damaged one may
be), `scanned`, `words`, and of agencies all of `agencies/`.

A form of annex that nobody reads: one more reader, chosen in `read`.
"""
