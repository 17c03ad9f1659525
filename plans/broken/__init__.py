"""Tables printed cell by cell, each cell's lines one after the other: see `pulled`.

`pieces` parts the lines wherever a cell may begin, `layout` lays the pieces into columns in the
way that costs least (`plans/cell_costs.py`: what a cell may hold), and `table` joins both. Cells
that stand in blocks between gaps can be read another way too; `pulled` takes the surer reading. A
scan's pages may each have come in another way (`forms`); its cells are told by the gaps between
them (`scanned_cells`).
"""
