"""Tables whose cells a scan ran together, pieces of several on each line: see `table`.

1. `page` tells the columns, headings and lines; `rows` where rows begin, by their numbers and by
   how tasks begin.
2. `layout` lays each line's words into columns in the way that costs least: what a column takes
   is `taking`'s, what words may be `costs`'s.
3. `mend_rows` mends rows by the sentences of the body that say the same.
4. Once the tasks are known, `lines` tells anew which lines are whose. What stands beside a task
   is parted into who leads, who helps and the product by `helpers`, `cells` and `names`.
5. `products` puts ruined products right (`product_words`, `usual_products`); `task_words` frees a
   task that no sentence says again of stains. `plans/settled_doubts.py` settles what two tellings
   agree on.
"""
