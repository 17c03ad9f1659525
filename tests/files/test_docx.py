import pytest

from plans.files.read import read_bytes
from plans.read import read_document_plan
from tests.files.make_docx import vinh_lai_docx
from tests.files.wanted import head, labelled_tasks, printed_head, read_tasks


@pytest.mark.parametrize("numbered", [False, True], ids=["typed-numbers", "numbers-by-word"])
def test_every_field_of_every_task_comes_out_of_word(numbered):
    plan = read_document_plan(read_bytes(vinh_lai_docx(numbered=numbered), "plan.docx"))

    assert read_tasks(plan) == labelled_tasks()
    assert plan.leftovers == ()
    assert head(plan) == printed_head()
