"""Tables that kept their cells (Word, Excel, a PDF with ruled lines): see `read`.

`headers` finds what each column holds, by the words of `head_words`; without a header `guess`
tells it by what the cells hold, and `marked_times` takes columns of times that rows mark with a
cross. `rows` puts the rows together, also over a page's end (`row_numbers`), with the words of
their `cells`; `closing` says where a table of tasks is over.

A kind of column: its words in `head_words`.
"""
