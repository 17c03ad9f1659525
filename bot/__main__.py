"""python -m bot, and the `dondoc` command."""

from bot.loading import nothing_is_garbage


def main() -> None:
    """Load the command and obey it."""
    with nothing_is_garbage():
        from bot.cli import main as obey  # loaded within the block

    obey()


if __name__ == "__main__":
    main()
