"""Measurements: each script prints ours beside its peer or its goal, in one run, as medians.

`python -m bench.NAME` runs one. They need what the tests need; they talk to this machine alone and
end by themselves. Times travel badly from machine to machine, ratios well.
"""
