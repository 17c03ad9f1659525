"""Whole conversations; see `stage` for how they are told."""

import pytest

pytest.register_assert_rewrite("tests.dialogues.stage")
