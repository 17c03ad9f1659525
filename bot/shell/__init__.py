"""The commands of `dondoc`, a file a subject; joined in `bot.cli`."""
