"""Annexes printed as a list: a numbered task, and below it a line a label (`read`).

`labels` knows the labels, `headings` those that are headings of their own.
"""
