"""Words around a report that change nothing of what it says."""

import re

from bot.conversation.listening.letters import Pattern, vn, words
from plans.words import fold

AGENCIES = (
    r"phòng|ban|đơn vị|cơ quan|công an|ubnd|ủy ban|đảng ủy|văn phòng|trường|trạm|trung tâm|sở"
    r"|hội|đoàn"
    r"|mttq|mặt trận|tổ công tác|tổ giúp việc|tổ|quân sự|bch|bộ phận|chi bộ|bên|xã|phường"
    r"|huyện|tỉnh"
)
NO_NAME = words("""
    nhìn, chung, nhiều, hầu, đa, vài, mấy, phần, nửa, gần, sắp, bị, dù, tuy, nhưng, chưa, không,
    nếu, khi, đang, sẽ, mới, cần, phải, trả, xin, nghe, hỏi, thấy, muốn, về, theo, là, thì, mà, nào,
    gì, của, báo, nói, đưa, trên, như, cơ, ít
""")
"""Words that stand in no agency's name; with them it is a clause of its own."""

SUBJECT = vn(
    rf"\b(?:{AGENCIES}|(?<!\d )nhiệm vụ(?= \w+ \w))\b"
    rf"(?:[ /-]+(?!{NO_NAME}\b)[^\W\d]+){{0,5}}[ :]*$"
)
"""Who has done it, or what: a name of a few words that nobody can list."""

WORDS = """
hđnd, hội đồng nhân dân, nhân dân,
ubnd tỉnh, chỉ tiêu giao, báo cáo, xin báo cáo, kính báo cáo, báo cáo với, báo cáo lại,
báo cáo nhanh, báo cáo bổ sung, báo lại, báo bổ sung, báo cáo kết quả,
kính gửi, kính thưa, kính, thưa, trân trọng, xin,
dạ, vâng, ok, ừ, chào, buổi, em, tôi, mình, chúng tôi, chúng em, tụi, tụi mình, bọn, anh, chị, cháu,
chú, bác, cô, nhà, ta, đồng chí, các đồng chí, sếp, thủ trưởng, lãnh đạo, trưởng ban, chủ tịch,
bí thư, hôm, alo, xác nhận, công nhận, đánh dấu, đề nghị, nhờ, ghi nhận, ghi cho, ghi giúp,
kinh tế, văn hóa,
xã hội, tư pháp, y tế, văn thư, nội vụ, tài chính, nhiệm vụ, nhiệm vụ này, công việc, việc,
nội dung, vụ, đầu việc, việc đầu, việc đầu tiên, này, đó, kia, nọ, trên, ấy, số, được giao, mà,
các, những, toàn bộ, tất cả,
tất, tần tật, tất tật, sạch sành sanh, ráo trọi, ngon, ngon lành, suôn sẻ, êm xuôi, êm,
gọn, gọn gàng,
cả, mọi, mọi việc, mọi thứ, hai, ba, đều, cũng, thì, là, về, rồi, ạ, hẳn, nhé, nha, nhá, nhen,
nghen, nghe, hen, á, à, ơi, đấy, nè, rùi, ùi, nờ, luôn, hết, sạch, trơn, nêu rõ, tuốt luốt, ủa,
thực tế,
cái rụp, rụp, phéng, phắt,
nãy, béng, tuốt, thế, trọi, cơ mà, vừa mới, mới vừa,
vừa, kịp, đã, được, hiện, hiện nay, hiện tại, đến nay,
tới nay, tới giờ, tính đến, tính tới, giờ, bây giờ, lâu, nay,
(?:hôm|bữa) (?:nay|qua|kia|kìa|trước|rồi|hổm|nọ), rứa là,
bữa này, vậy,
tích giúp, tích hộ, tích cho,
cuối năm ngoái, cuối năm trước, đầu tháng trước, cuối tháng trước, đầu tháng, hồi đầu, đầu năm,
đầu tuần trước, cuối tuần trước, tuần trước, tuần rồi, tháng rồi, tháng trước, quý trước, năm trước,
năm ngoái, vừa qua, vừa rồi, sáng, trưa, chiều, tối, đêm, sáng qua, trưa qua, chiều qua, tối qua,
đêm qua, từ đời nào, như vậy, như thế, thế là, từ thuở nào, từ kiếp nào, nhưng, vẫn,
nhưng mà, song, tuy, tuy nhiên, tuy vậy, dù, mặc dù, khó khăn, vất vả, từ, hồi, vào, lúc, ngày,
trong, tháng, đến, tới, theo, đúng, đúng hẹn, trước, vượt, anh giao, chị giao, sếp giao,
lãnh đạo giao, giao em, giao phòng,
đồng chí giao, nghiêm túc, tích cực, chủ động, kịp thời, hiệu quả, có hiệu quả, tại, hôm bữa, ráo,
sớm hơn, sớm, hạn, thời hạn, thời gian, tiến độ, kế hoạch, quy định, yêu cầu, chỉ đạo, phân công,
tại cuộc họp, mức, chỉ tiêu, mục tiêu, khối lượng, kết quả, tình hình, trạng thái, tình trạng,
tỷ lệ, đạt,
tốt, rất tốt, xuất sắc, thành công, đề ra, đặt ra, đầy đủ, đủ, triệt để, xuôi, xong xuôi,
hoàn toàn, chính thức,
và gửi, và đã gửi, và nộp, và đã nộp, và báo cáo, và đã báo cáo, đưa vào, đưa vào sử dụng,
đưa vào khai thác, quên báo, quên báo cáo, quên, sớm hơn dự kiến, đúng dự kiến, theo dự kiến,
mỹ mãn, tốt đẹp, ổn thỏa, trọn vẹn, kế hoạch năm, lên, zalo, email, mail, hệ thống, trục liên thông,
kèm, kèm theo, gửi kèm, có, với, đối với, và, của, do, cho, giúp, hộ, cảm ơn, cám ơn, bot,
cuối cùng, may quá, chốt, mừng quá, dứt điểm, trên cổng, cổng thông tin, \\d+ h, \\d+ giờ, cái,
cái này, mảng này,
cái đó, cái ấy, phụ nữ, nông dân, cựu chiến binh, thanh niên, thcs, tiểu học, mầm non,
phối hợp với, kiểm tra giúp, kiểm tra hộ, kiểm tra nhé, còn hỏi, đúng là,
kiểm tra lại rồi, rà soát lại rồi, tính là, cụ thể, cụ thể là, cụ thể như sau, như sau,
kết quả như sau, đánh giá, tự đánh giá, ưu điểm
"""

MISREAD = frozenset({"mọi", "tỉnh", "ừ"})
"""Without marks commonly another word: "moi" is "mới", "tinh" is "tính", "u" may ask ("ư")."""


def _spelled_or_bare() -> str:
    spelled = {*" ".join(WORDS.split()).split(", "), *AGENCIES.split("|")}
    bare = {fold(word) for word in spelled - MISREAD}
    longest_first = sorted(spelled | bare, key=len, reverse=True)
    return rf"\b(?:{'|'.join(longest_first)})\b"


HARMLESS = Pattern(_spelled_or_bare)
"""As spelled or quite bare: a word with other marks is another word ("sơ sơ" is not "sở")."""


def unknown_words(words: str, *, known: Pattern = HARMLESS) -> list[str]:
    """The words that may change what is said: neither `known` nor read already ("___")."""
    return [word for word in re.findall(r"\w+", known.sub(" ", words)) if word.strip("_")]
