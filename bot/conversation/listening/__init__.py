"""What people type, in the plain words that the rules look for; pure.

`said.listen` keeps the way back to what was typed. `letters` writes the patterns, `mentions` finds
agencies' names, `commands` commands, `english_orders` what English orders are in Vietnamese.
"""
