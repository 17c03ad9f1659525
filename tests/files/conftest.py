"""The labelled plan in every kind of file, made once."""

import pytest

from tests.files.make_docx import vinh_lai_docx


@pytest.fixture(scope="session")
def docx_file() -> bytes:
    return vinh_lai_docx()
