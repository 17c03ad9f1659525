import pytest

from plans.files.errors import DamagedError, EncryptedError, TooManyPagesError
from plans.files.pdf import MOST_PAGES
from plans.files.read import read_bytes
from plans.read import read_document_plan
from plans.source import PlanEmptyError
from tests.files.conftest import LAYOUTS
from tests.files.make_pdf import pdf, stream
from tests.files.wanted import head, labelled_tasks, printed_head, read_tasks


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_field_of_every_task_comes_out_of_a_printed_plan(pdf_files, layout):
    document = read_bytes(pdf_files[layout], "plan.pdf")

    plan = read_document_plan(document)

    assert read_tasks(plan) == labelled_tasks()
    assert plan.leftovers == ()
    assert head(plan) == printed_head()
    pages = [document.places[task.line].page or 0 for task in plan.tasks]
    assert pages == sorted(pages)
    assert len(set(pages)) > 5


def small_pdf(pages: int, trailer: bytes = b"") -> bytes:
    """A PDF of empty pages, written by hand; its table of contents is left to be rebuilt."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    body = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]>>endobj" % (pages, kids),
        *(b"%d 0 obj<</Type/Page/Parent 2 0 R>>endobj" % (n + 3) for n in range(pages)),
    ]
    end = b"trailer<</Root 1 0 R/Size %d%s>>\n%%%%EOF" % (pages + 3, trailer)
    return b"%PDF-1.4\n" + b"\n".join(body) + b"\n" + end


FONT = b"/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
LAID_OVER = stream(
    b"BT /F 12 Tf 2 4 Td (So 12/KH) Tj ET",
    b"/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <<%s>>" % FONT,
)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(b"/FreeText /Contents (So 12/KH)", id="a-number-put-on-a-signed-paper"),
        pytest.param(b"/Widget /FT /Tx /T (number) /V (So 12/KH)", id="a-field-of-a-form"),
    ],
)
def test_what_a_program_laid_over_the_page_is_read_with_it(kind):
    over = b"<</Type /Annot /Subtype %s /F 4 /Rect [100 700 200 720] /AP <</N 6 0 R>>>>" % kind
    data = pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R]"
        b" /Resources <<%s>>>>" % FONT,
        stream(b"BT /F 12 Tf 100 600 Td (KE HOACH) Tj ET"),
        over,
        LAID_OVER,
    )

    assert read_bytes(data, "plan.pdf").text.split() == ["So", "12/KH", "KE", "HOACH"]


LOCK = (
    b"/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("
    + b"a" * 32
    + b")/U("
    + b"a" * 32
    + b")>>"
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"%PDF-1.7 and nothing more", DamagedError, id="damaged"),
        pytest.param(small_pdf(1, LOCK), EncryptedError, id="password"),
        pytest.param(small_pdf(MOST_PAGES + 1), TooManyPagesError, id="too-many-pages"),
        pytest.param(small_pdf(2), PlanEmptyError, id="no-text"),
    ],
)
def test_a_printed_file_that_cannot_be_read_is_refused_with_its_reason(data, error):
    with pytest.raises(error):
        read_bytes(data, "plan.pdf")
