"""Words around the numbers of tasks: what tells of a task, and what is only counted."""

from bot.conversation.listening.letters import words

TIMES = words("""
    ngày(?! (?:mai|kia|mốt|\\d)), (?:tuần|tháng|năm)(?! (?:sau|tới|này|trước|nay|ngoái|rồi|\\d)),
    giờ(?! (?:mới|đã|vẫn|đang|thì|chưa|còn)), h, g, lần(?! lượt| việc \\d),
    phút, tiếng, người(?! dân), buổi, hôm(?! thứ| nào| qua| kia| trước| nay| rồi),
    bữa(?! trước| nọ| hổm| rồi| nay), triệu, tr, tỷ(?! lệ), đồng(?! chí),
    (?:việc|nhiệm vụ|công việc|đầu việc)(?! (?:\\d|này|đó))
""")

COUNTED = words("""
    hạng mục, nội dung, chỉ tiêu, hồ sơ, hộ, thôn, xóm, tổ, xã, cán bộ, máy, bộ, cái, camera,
    tài khoản, văn bản, thủ tục, điểm, trường, lớp,
    phòng(?! (?:kinh tế|văn hóa|tư pháp|nội vụ|tài chính|nông nghiệp|y tế|em|tôi|mình|đã)),
    đơn vị, cơ quan, sản phẩm, mục, phần, bước, km, ha, phần trăm
""")

NO_TASK = words("""
    còn lại, nữa, kia, khác, là, học viên, đại biểu, học sinh, giáo viên, đảng viên, hội viên,
    đoàn viên, công chức, viên chức, cán bộ, người, hộ, cháu, lượt, đồng chí, bài, tin, ảnh, video,
    file, tờ, quyển, cuốn, bản, cây, con, suất, ca, vụ, đơn, ý kiến, câu, cuộc, đợt, ngành,
    ban(?! hành),
    mô hình, đề tài, dự án, chuyên đề, giấy, chứng chỉ, thẻ, mã, tuyến, đoạn, cột, loa, m, mét,
    kế hoạch, quyết định, báo cáo, công văn, tờ trình, doanh nghiệp, hợp tác xã, cơ sở, nhà, khu, ấp
""")
""" "18 xong, 20 học viên được cấp chứng chỉ" names one task."""

COUNTED_BY = """
    ngày tháng năm thứ quý tuần mùng hôm lúc khoảng được đạt độ thành tầm chừng hơn gần trên dưới
    còn là lên thôn tổ xóm khu ấp bản lớp đợt điểm bước phần lần khóa cấp đoạn mục đến tới sang
    trước qua mới cả thêm tăng giảm số dung tiêu chí nhóm
"""
"""Words that the number of a day, a place or a figure follows, and a bare task's seldom."""

SAYS = words("""
    xong, hoàn thành, hoàn tất, được, đạt, đang, chưa, vướng, khó khăn, gặp, xin, gia hạn, mới, gần,
    sắp, cơ bản, làm, triển khai, thực hiện, không, bị, đã, tắc, kẹt, thiếu, nhắc, là gì,
    là việc gì, là nhiệm vụ gì, (?:thì )?sao rồi, ra sao, thế nào,
    đến đâu, tới đâu, vẫn, sẽ, dự kiến, chậm, ok, khoảng,
    trên(?! \\d), hơn, cần thêm, hạn (?:bao giờ|khi nào|đến|ngày|là),
    \\d+ ?%, tiến độ, đề nghị gia, nhầm, thêm, của phòng, một nửa, nửa, tầm, chừng, chắc,
    còn(?! lại), cũng, coi như, tạm, đợi, chờ, hết, để, mai, mốt, (?:đầu|cuối) tuần,
    tuần (?:này|sau),
    thứ (?:hai|ba|tư|năm|sáu|bảy|\\d), hứa,
    cố, phụ thuộc, giờ, như (?:cũ|trước|kỳ|tuần|tháng|lần), lùi, dời, khất, rồi, khỏi, phải,
    tụt, giảm, có (?:được|cần|phải|kịp|nên), giao (?:lại )?(?:phòng|công an|văn phòng|bên|cho),
    đâu (?:có|gặp|bị|vướng), trình (?:ký|lãnh đạo|chủ tịch|phê duyệt), lại, tăng, lên (?=\\d),
    chỉ (?=(?:được |đạt |mới |có )*\\d)
""")

AT_FIRST = words("""
    chiều nay, sáng nay, tối nay, hôm nay, hôm qua, chiều qua, sáng mai, chiều mai, tối qua, chỉ,
    vừa, chuẩn bị, phấn đấu, cố gắng, nếu, mà, nhưng, vì, do (?:chưa|thiếu|mưa), có lẽ, hình như,
    tưởng, gửi, nộp, rà soát, khảo sát, lấy ý kiến, in, lắp, sửa, liên hệ, kiểm tra, tham mưu,
    hồi, đưa, mắc, (?:của |do |thì )?(?:ai|(?:đơn vị|cơ quan|phòng|bộ phận) nào)
""")
"""What follows a number of a task first of all: "18 chiều nay xong", "71 ai phụ trách"."""

TELLING = words("""
    xong, hoàn thành, đạt, được, đang, chưa, mới, vướng, thiếu, hỏng, lỗi, bị, xin, trình, gửi, nộp,
    đã, vừa, sẽ, gần, sắp, hết, mai, không, vẫn, rồi, ổn, chậm, nửa, chờ, đợi, hẹn, ký, họp, duyệt,
    dự thảo, ban hành, lấy ý kiến, tuần sau, cuối tháng, \\d+ ?%
""")
"""Words that tell how a task stands, anywhere behind its number."""

BEGINS = words("""
    thiếu, bị, trình, triển khai, thực hiện, chờ, đợi, không, vẫn, tắc, kẹt, khó khăn, sẽ, tạm
""")
"""What a report begins with, right behind a number and a report of another task."""

STANDS = words("""
    chưa, đang, xong, vướng, được, đạt, mới, mai, để, tuần, gần, sắp, đã, hoàn thành, hoàn tất, xin,
    kẹt, tắc, thiếu, làm xong, bị, gặp, ok, ổn
""")

TASK = words("""
    (?<!bắt )`đầu việc, (?<!bat )dau viec, công việc, việc, nhiệm vụ, task, cv, mã việc,
    mã nhiệm vụ, stt, số thứ tự, (?<!bản )v(?= \\d),
    (?<!hạng )(?<!danh )mục(?= \\d+ (?:xong|đã|hoàn|đang|chưa|được|đạt)), (?:vụ|cái)(?= số \\d),
    cái(?= \\d+ (?:rồi|ạ|xong|đã|chưa|đang|thì)\\b)
""")

ROOM = "phòng (?:kinh tế|văn hóa|tư pháp|nội vụ|tài chính|nông nghiệp|y tế|giáo dục)"

OFFICES = words(rf"""
    {ROOM}(?:(?: -| và)? xã hội)?, công an xã, công an phường, công an, văn phòng, văn phòng hđnd,
    văn phòng ubnd, văn phòng hđnd và ubnd, trạm y tế, mặt trận, mttq, hội phụ nữ, hội nông dân,
    đoàn thanh niên, phòng em, phòng tôi, bên em, bên tôi
""")
"""Agencies of which a commune has one, so that "12 Phòng Kinh tế" is no count of them."""

LEAD = words("""
    ơi, chào, bác, còn, và, riêng, dạ, em, báo cáo, kính, thưa, anh, chị, đồng chí, vâng, cái, từ,
    (?:bên|phòng) em, mục, con, vụ, quên, à, ừ, ok
""")
