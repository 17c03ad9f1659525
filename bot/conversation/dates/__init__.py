"""Days, lengths of time and periods in words; pure.

A single day that lies ahead: `days.find_days`, by the calendar (`calendar_days`) or as it is spoken
of (`spoken_days`). A span that may be over: `periods.read_period`.
"""
