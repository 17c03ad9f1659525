"""A draft of four rows, two of them doubtful, and how it is shown."""

from db.models import Committee, Plan
from tests.dialogues.cast import Cast
from tests.dialogues.stage import Stage
from tests.tasks.drafted import row, save_draft


async def four_rows(stage: Stage, cast: Cast) -> Plan:
    """A plan of four rows just read: two are doubtful."""
    async with stage.program.database.write() as session:
        committee = await session.get_one(Committee, cast.vinh_lai.id)
        return await save_draft(
            session,
            committee,
            [
                row("Bảo đảm an toàn mạng", "Công an xã", "31/01/2026"),
                row("Xây dựng cơ sở dữ liệu đất đai", None, "Quý I/2026", doubts=("lead_missing",)),
                row(
                    "Tuyên truyền chuyển đổi số",
                    "Phòng Văn hóa - Xã hội",
                    "ngày 30/30",
                    doubts=("deadline_unreadable",),
                ),
                row("Sơ kết việc thực hiện", "Công an xã", "Thường xuyên"),
            ],
        )


SUMMARY = """Dự thảo kế hoạch: 57/KH-UBND · Kế hoạch chuyển đổi số
Ủy ban nhân dân xã Vĩnh Lại, 19/09/2025
4 nhiệm vụ, 2 cơ quan chủ trì: Công an xã (2), Phòng Văn hóa - Xã hội (1)
Thời hạn: 1/2026 (1), 3/2026 (1), thường xuyên (1), không đọc được (1)
Còn 2/2 dòng cần xem lại.
1 dòng trong phụ lục không thuộc nhiệm vụ nào: “Tổng cộng”
⚠️ Chưa nhắc được 2 nhiệm vụ: thiếu cơ quan chủ trì (#8); chưa có thời hạn đọc được (#9)
Chưa ai được nhắc cho đến khi đưa vào theo dõi. Gõ số (#7) để xem và sửa dòng đó.
[Xem 2 dòng]
[Sửa số, ngày, trích yếu]
[Đưa vào theo dõi]
[Bỏ dự thảo này]"""
CHOICES = """[Đúng]
[Sửa thời hạn] [Sửa cơ quan]
[Để sau] [Không phải nhiệm vụ]
[Về dự thảo]"""
NOT_DOUBTFUL = """[Sửa thời hạn] [Sửa cơ quan]
[Sửa nội dung] [Không phải nhiệm vụ]
[Về dự thảo]"""
EIGHT = f"""Dòng 1/2 cần xem lại
#8 Xây dựng cơ sở dữ liệu đất đai
⚠️ Chưa chắc: thiếu cơ quan chủ trì
Thời hạn: Quý I/2026 (chậm nhất 31/03/2026)
Chủ trì: chưa phân công
Trong văn bản, dòng 3: “2 Xây dựng cơ sở dữ liệu đất đai”
{CHOICES}"""
NINE = f"""Dòng 2/2 cần xem lại
#9 Tuyên truyền chuyển đổi số
⚠️ Chưa chắc: không đọc được thời hạn
Thời hạn: “ngày 30/30” (chưa đọc được, chờ Cơ quan Thường trực xác định)
Chủ trì: Phòng Văn hóa - Xã hội
Trong văn bản, dòng 4: “3 Tuyên truyền chuyển đổi số”
{CHOICES}"""
WHO = """Cơ quan nào chủ trì #8? Chọn hoặc ghi tên, cách nhau bằng dấu phẩy; \
cơ quan phối hợp ghi sau “phối hợp:”.
[Công an xã]
[Phòng Văn hóa - Xã hội]
[Phòng Kinh tế]"""
UNTIL = "Thời hạn của #9? Ghi như trong kế hoạch: 31/12/2025, Quý I/2026, Hằng năm, Thường xuyên."
GONE = "Dự thảo này không còn. Gõ /kehoach để xem các kế hoạch hiện nay."
OFFICE_ONLY = "Dự thảo kế hoạch dành cho Cơ quan Thường trực."
FOLLOWED = "✅ Đã đưa vào theo dõi: 57/KH-UBND · Kế hoạch chuyển đổi số, 4 nhiệm vụ."
