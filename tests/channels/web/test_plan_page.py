"""A secretary goes through a draft on the page: what is shown, mended, refused, and followed."""

import pytest
from sqlalchemy import select

from db.enums import PlanState, Review
from db.models import Committee, Person, Plan, PlanSource, Task
from db.queries.indicators import indicators_now
from tests.channels.web.draft_office import ROWS, Office
from tests.tasks.drafted import indicator, row, save_draft

FOLLOWED = "✅ Đã đưa vào theo dõi: 57/KH-UBND · Kế hoạch chuyển đổi số, 2 nhiệm vụ."


async def test_the_sheet_has_every_row_with_its_source_and_doubts(office):
    async with office.browser("secretary") as browser:
        page = await browser.get(f"/plans/{office.plan_id}")
        draft = (await browser.get(f"/plans/{office.plan_id}/draft")).json()

    assert (page.status_code, "Rà soát dự thảo" in page.text) == (200, True)
    assert [found["content"] for found in draft["rows"]] == [one.content for one in ROWS]
    first, doubtful, last = draft["rows"]
    assert (first["leads"], first["source"]) == (["Phòng Kinh tế"], "1 Rà soát hồ sơ đất đai")
    assert (first["doubts"], len(doubtful["doubts"]), draft["open"]) == ([], 1, 1)
    assert (last["deadline"], last["place"]) == ("2026", "dòng 4")
    assert draft["head"]["number"] == "57/KH-UBND"
    assert [left["text"] for left in draft["leftovers"]] == ["Tổng cộng"]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("member", 403),
        ("officer", 403),
        ("secretary of another", 404),
        ("a stranger", 403),
    ],
)
async def test_nobody_else_sees_or_changes_a_draft(office, who, status):
    path = f"/plans/{office.plan_id}"
    task = await office.task(2)
    change = {"seen": {str(task.id): 0}, "edit": {"content": "Việc khác"}}
    async with office.browser(who) as browser:
        answers = [
            await browser.get(path),
            await browser.get(f"{path}/draft"),
            await browser.post(f"{path}/rows", json=change),
            await browser.post(f"{path}/head", json={"seen": 0, "head": {"number": "1"}}),
            await browser.post(f"{path}/follow", json={}),
            await browser.post(f"{path}/discard", json={"discard": True}),
        ]
        listed = await browser.get("/plans")

    assert [answer.status_code for answer in answers] == [status] * 6
    assert not any("đất đai" in answer.text for answer in [*answers, listed])
    assert (await office.task(2)).content == "Xây dựng phần mềm"


async def test_several_rows_get_a_lead_and_a_deadline_together(office):
    tasks = [await office.task(number) for number in (2, 3)]
    change = {
        "seen": {str(task.id): 0 for task in tasks},
        "edit": {"leads": ["Phòng VH-XH"], "deadline": "Trước ngày 20/12/2025"},
    }
    async with office.browser("secretary") as browser:
        answer = await browser.post(f"/plans/{office.plan_id}/rows", json=change)

    rows = answer.json()["rows"]
    assert [found["leads"] for found in rows[1:]] == [["Phòng Văn hóa - Xã hội"]] * 2
    assert all("19/12" in found["meaning"] for found in rows[1:])
    assert (rows[1]["doubts"], answer.json()["open"]) == ([], 0)


async def test_what_a_colleague_changed_meanwhile_is_not_overwritten_unseen(office):
    task = await office.task(1)
    path = f"/plans/{office.plan_id}/rows"
    async with office.browser("colleague") as first, office.browser("secretary") as second:
        await first.post(path, json={"seen": {str(task.id): 0}, "edit": {"content": "Rà soát"}})
        late = await second.post(
            path, json={"seen": {str(task.id): 0}, "edit": {"content": "Kiểm tra"}}
        )

    assert late.status_code == 409
    assert "colleague (mẫu)" in late.json()["error"]
    assert "Rà soát" in late.json()["error"]
    assert (await office.task(1)).content == "Rà soát"


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        ({"deadline": "sớm nhất có thể"}, "sớm nhất có thể"),
        ({"leads": ["Phòng Không Có"]}, "Phòng Không Có"),
    ],
)
async def test_what_cannot_be_read_is_refused_unless_insisted_on(office, edit, says):
    task = await office.task(2)
    path = f"/plans/{office.plan_id}/rows"
    async with office.browser("secretary") as browser:
        refused = await browser.post(path, json={"seen": {str(task.id): 0}, "edit": edit})
        kept = await browser.post(
            path, json={"seen": {str(task.id): 0}, "edit": edit | {"insist": True}}
        )

    assert (refused.status_code, says in refused.json()["error"]) == (422, True)
    found = kept.json()["rows"][1]
    assert says in (found["deadline"], *found["leads"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"seen": {}, "edit": {}}',
        b'{"seen": {"1": -1}, "edit": {}}',
        b'{"seen": {"x": 0}, "edit": {}}',
        b'{"seen": {"99999999999": 0}, "edit": {}}',
        b'{"seen": {"' + b"9" * 5_000 + b'": 0}, "edit": {}}',
        b'{"seen": {"1": 0}, "edit": []}',
        b'{"seen": {"1": 0}, "edit": {"content": 5}}',
        b'{"seen": {"1": 0}, "edit": {"leads": "x"}}',
        b'{"seen": {"1": 0}, "review": "done"}',
        b'{"seen": {"1": true}, "edit": {}}',
    ],
)
async def test_what_no_page_posts_is_refused(office, body):
    async with office.browser("secretary") as browser:
        answer = await browser.post(f"/plans/{office.plan_id}/rows", content=body)

    assert answer.status_code == 400


async def test_a_deadline_may_be_written_in_english_by_who_reads_english(office):
    async with office.database.write() as session:
        person = await session.scalar(select(Person).where(Person.name == "secretary (mẫu)"))
        assert person is not None
        person.locale = "en"
    task = await office.task(1)
    change = {"seen": {str(task.id): 0}, "edit": {"deadline": "before 30 June 2026"}}
    async with office.browser("secretary") as browser:
        answer = await browser.post(f"/plans/{office.plan_id}/rows", json=change)

    assert "by 29/06/2026" in answer.json()["rows"][0]["meaning"]


async def test_the_plans_own_fields_are_corrected_and_a_day_to_come_refused(office):
    path = f"/plans/{office.plan_id}/head"
    async with office.browser("secretary") as browser:
        head = {"number": "58/KH-UBND", "issued_on": "20/9/2025"}
        right = await browser.post(path, json={"seen": 0, "head": head})
        version = right.json()["head"]["version"]
        late = await browser.post(path, json={"seen": version, "head": {"issued_on": "01/01/2031"}})

    assert right.json()["head"]["number"] == "58/KH-UBND"
    assert right.json()["head"]["issued_on"] == "20/09/2025"
    assert (late.status_code, "2031" in late.json()["error"]) == (422, True)


async def test_a_row_that_is_no_task_is_left_out_when_the_plan_is_followed(office):
    task = await office.task(3)
    path = f"/plans/{office.plan_id}"
    async with office.browser("secretary") as browser:
        aside = {"seen": {str(task.id): 0}, "review": "not_a_task"}
        await browser.post(f"{path}/rows", json=aside)
        followed = await browser.post(f"{path}/follow", json={})
        again = await browser.post(f"{path}/follow", json={})

    async with office.database.read() as session:
        plan = await session.get_one(Plan, office.plan_id)
    assert (followed.json()["ended"][0], again.status_code) == (FOLLOWED, 404)
    assert again.json()["error"].startswith("57/KH-UBND · Kế hoạch chuyển đổi số đã được đưa vào")
    assert plan.state is PlanState.ACCEPTED
    assert (await office.task(3)).review is Review.NOT_A_TASK


async def _newer(office: Office) -> int:
    """The office's draft followed, and the draft of a newer version of it: a deadline changed, a
    row gone, one worded anew, one added."""
    async with office.browser("secretary") as browser:
        await browser.post(f"/plans/{office.plan_id}/follow", json={})
    async with office.database.write() as session:
        plan = await session.get_one(Plan, office.plan_id)
        committee = await session.get_one(Committee, plan.committee_id)
        draft = await save_draft(
            session,
            committee,
            [
                row("Rà soát hồ sơ đất đai", "Phòng Kinh tế", "31/3/2026"),
                row("Trang bị thiết bị đầu cuối", "Công an xã", "2026"),
                row("Tập huấn cán bộ", "Phòng Kinh tế", "2026"),
            ],
            number="58/KH-UBND",
            title="Kế hoạch chuyển đổi số",
        )
    return draft.id


async def test_a_draft_like_a_followed_plan_is_asked_about_and_its_changes_shown(office):
    path = f"/plans/{await _newer(office)}"
    async with office.browser("secretary") as browser:
        asked = (await browser.get(f"{path}/draft")).json()["versions"]
        unsaid = await browser.post(f"{path}/follow", json={})
        answer = await browser.post(f"{path}/amends", json={"plan": asked["like"]})
    said, rows = answer.json()["versions"], answer.json()["rows"]

    assert (unsaid.status_code, asked["like"], "rows" in asked) == (409, office.plan_id, False)
    assert [said["rows"][str(one["id"])]["lines"] for one in rows] == [
        ["Tiếp nối #1", "thời hạn: “31/12/2025” → “31/3/2026”"],
        ["Mới trong bản này"],
        ["Mới trong bản này"],
    ]
    assert said["removed"] == ["Bỏ: #2 Xây dựng phần mềm", "Bỏ: #3 Mua máy tính"]


async def test_a_wrong_pairing_is_put_right_by_hand_and_keeps_the_task(office):
    path = f"/plans/{await _newer(office)}"
    kept = await office.task(3)
    async with office.browser("secretary") as browser, office.browser("colleague") as colleague:
        answer = await browser.post(f"{path}/amends", json={"plan": office.plan_id})
        _, worded, added = answer.json()["rows"]
        said = {"row": worded["id"], "seen": worded["version"], "number": 3}
        answer = await browser.post(f"{path}/pairs", json=said)
        late = await colleague.post(f"{path}/pairs", json={**said, "number": None})
        wrong = await browser.post(f"{path}/pairs", json={**said, "row": added["id"], "number": 77})
        await browser.post(f"{path}/follow", json={})

    lines = answer.json()["versions"]["rows"][str(worded["id"])]["lines"]
    assert lines == [
        "Tiếp nối #3",
        "số: “3” → “2”",
        "nội dung: “Mua máy tính” → “Trang bị thiết bị đầu cuối”",
    ]
    assert (late.status_code, "#3" in late.json()["error"], wrong.status_code) == (409, True, 404)
    again = await office.task(3)
    assert (again.id, again.content) == (kept.id, "Trang bị thiết bị đầu cuối")


async def test_a_plan_of_another_place_is_noticed(office):
    async with office.database.write() as session:
        plan = await session.get_one(Plan, office.plan_id)
        committee = await session.get_one(Committee, plan.committee_id)
        committee.name = "Ban Chỉ đạo xã Nghi Dương"
        plan.issuer = "Ủy ban nhân dân xã An Bình"
    async with office.browser("secretary") as browser:
        draft = (await browser.get(f"/plans/{office.plan_id}/draft")).json()

    assert draft["summary"][0].startswith("⚠️ Kế hoạch do Ủy ban nhân dân xã An Bình ban hành")


async def test_beside_a_row_stands_all_that_the_source_has_of_it(office):
    """Not its wording alone: whether its agencies were read rightly is seen there too."""
    async with office.database.write() as session:
        plan = await session.get_one(Plan, office.plan_id)
        task = await session.scalar(select(Task).where(Task.plan_id == plan.id, Task.number == 1))
        task.content_raw = "Ra soat ho so"
        source = await session.scalar(select(PlanSource).where(PlanSource.plan_id == plan.id))
        source.text = source.text.replace("đất đai", "dat dai | Phong Kinh te")
    async with office.browser("secretary") as browser:
        draft = (await browser.get(f"/plans/{office.plan_id}/draft")).json()

    assert draft["rows"][0]["source"] == "1 Rà soát hồ sơ dat dai | Phong Kinh te"


async def _measured(office: Office) -> int:
    """A draft with two indicators, one of them doubtful."""
    async with office.database.write() as session:
        plan = await session.get_one(Plan, office.plan_id)
        committee = await session.get_one(Committee, plan.committee_id)
        draft = await save_draft(
            session,
            committee,
            [row("Tập huấn cán bộ", "Phòng Kinh tế", "2026")],
            number="59/KH-UBND",
            indicators=(
                indicator("Tỷ lệ chữ ký số", {"2025": "290%"}, doubts=("target_mended",)),
                indicator("Phủ sóng 5G", {"2025": "50%"}),
            ),
        )
    return draft.id


async def test_an_indicator_is_corrected_set_aside_and_followed_as_it_was_corrected(office):
    path = f"/plans/{await _measured(office)}"
    async with office.browser("secretary") as browser, office.browser("colleague") as colleague:
        shown = (await browser.get(f"{path}/draft")).json()["indicators"]
        signed, spread = shown
        edit = {"targets": "2025: ≥ 90%\n2030: 100%", "unit": "%", "leads": ["Phòng VH-XH"]}
        change = {"indicator": signed["id"], "seen": 0, "edit": edit}
        right = await browser.post(f"{path}/indicators", json=change)
        late = await colleague.post(f"{path}/indicators", json=change)
        other = {"indicator": spread["id"], "seen": 0, "edit": {"leads": ["Phòng Không Có"]}}
        unknown = await browser.post(f"{path}/indicators", json=other)
        aside = {"indicator": spread["id"], "seen": 0, "review": "not_a_task"}
        await browser.post(f"{path}/indicators", json=aside)
        await browser.post(f"{path}/follow", json={"own": True})
    async with office.database.read() as session:
        plan = await session.get_one(Plan, int(path.rpartition("/")[2]))
        [followed] = await indicators_now(session, plan.committee_id)

    assert [len(one["doubts"]) for one in shown] == [1, 0]
    found = right.json()["indicators"][0]
    assert (found["doubts"], found["leads"]) == ([], ["Phòng Văn hóa - Xã hội"])
    assert (late.status_code, "290%" in late.json()["error"]) == (409, True)
    assert (unknown.status_code, "Phòng Không Có" in unknown.json()["error"]) == (422, True)
    targets = [(one.year, one.op, one.value) for one in followed.indicator.targets]
    assert (followed.indicator.name, targets) == (
        "Tỷ lệ chữ ký số",
        [("2025", ">=", 90.0), ("2030", "=", 100.0)],
    )


@pytest.mark.parametrize("who", ["member", "officer", "secretary of another", "a stranger"])
async def test_nobody_else_corrects_an_indicator_or_says_what_a_draft_amends(office, who):
    path = f"/plans/{await _measured(office)}"
    async with office.browser("secretary") as browser:
        [first, _] = (await browser.get(f"{path}/draft")).json()["indicators"]
    async with office.browser(who) as browser:
        said = {"indicator": first["id"], "seen": 0, "edit": {"name": "Khác"}}
        answers = [
            await browser.post(f"{path}/indicators", json=said),
            await browser.post(f"{path}/amends", json={"plan": office.plan_id}),
            await browser.post(f"{path}/pairs", json={"row": 1, "seen": 0, "number": None}),
        ]

    assert {answer.status_code for answer in answers} <= {403, 404}
