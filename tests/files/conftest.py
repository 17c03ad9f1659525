"""The labelled plan as PDF files, converted once."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.files.make_docx import vinh_lai_docx, write

LAYOUTS: dict[str, dict[str, Any]] = {
    "landscape": {"size": 12},
    "landscape-large": {"size": 14, "centred": True},
    "portrait": {"size": 11, "portrait": True, "numbered": True},
}
"""Where lines and pages break differs in each; the large one cuts rows and their numbers."""


@pytest.fixture(scope="session")
def pdf_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The plan in each layout, as LibreOffice prints it; one start of it for all."""
    folder = tmp_path_factory.mktemp("pdf")
    files = [
        write(folder, f"{name}.docx", vinh_lai_docx(**layout)) for name, layout in LAYOUTS.items()
    ]
    convert(files, folder)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in LAYOUTS}


def convert(files: list[Path], folder: Path) -> None:
    """Print documents as PDF files beside them, by a LibreOffice with settings of its own."""
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    subprocess.run(
        ["libreoffice", settings, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
        timeout=100,
    )
