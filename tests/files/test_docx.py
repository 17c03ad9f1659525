import pytest

from plans.files import read_bytes
from plans.labels import to_labels
from plans.read import read_document_plan
from tests.files.make_docx import vinh_lai_docx
from tests.plans.labelled import labelled_rows


def labelled_tasks():
    """Every field of every task as labelled, apart from those that no reader gives."""
    not_read = {"plan", "nq71_no", "note", "uncertain"}
    tasks = labelled_rows("vinh-lai/tasks.jsonl")
    return [
        {"parent_content": None, **{k: v for k, v in task.items() if k not in not_read}}
        for task in tasks
    ]


def read_tasks(plan):
    return [{"parent_content": None, **task} for task in to_labels(plan)["tasks"]]


@pytest.mark.parametrize("numbered", [False, True], ids=["typed-numbers", "numbers-by-word"])
def test_every_field_of_every_task_comes_out_of_word(numbered):
    plan = read_document_plan(read_bytes(vinh_lai_docx(numbered=numbered), "plan.docx"))

    assert read_tasks(plan) == labelled_tasks()
    assert plan.leftovers == ()
