"""Words around a report that change nothing of what it says."""

from bot.conversation.replies.letters import vn

AGENCIES = (
    r"phòng|ban|đơn vị|cơ quan|công an|ubnd|ủy ban|đảng ủy|văn phòng|trường|trạm|trung tâm|sở|hội|đoàn"
    r"|mttq|mặt trận|tổ công tác|tổ giúp việc|tổ|quân sự|bch|bộ phận|chi bộ|bên|xã|phường|huyện|tỉnh"
)
SUBJECT = vn(rf"\b(?:{AGENCIES}|báo cáo|kính gửi|thưa|đồng chí)\b")
"""Who speaks, or is spoken to: a name of any words may follow."""

HARMLESS = vn(
    r"\b(?:(?:kính |xin )?báo cáo(?: với| lại| nhanh| bổ sung| kết quả)?|kính gửi|kính thưa|thưa|em|tôi|mình|chúng tôi|chúng em"
    r"|anh|chị|cháu|con|chú|bác|cô|đồng chí|các đồng chí|sếp|thủ trưởng|lãnh đạo|trưởng ban|chủ tịch|bí thư"
    rf"|{AGENCIES}|kinh tế|văn hóa|xã hội|tư pháp|y tế|văn thư|nội vụ|tài chính"
    r"|nhiệm vụ|công việc|việc|nội dung|vụ|đầu việc|này|đó|kia|nọ|trên|ấy|số|được giao|mà|các|những|toàn bộ|tất cả|cả|mọi|hai|ba"
    r"|về|cũng|thì|là|xin|dạ|vâng|ok|ừ|rồi|ạ|nhé|nha|nhá|nhen|nghen|nghe|hen|á|à|ơi|đấy|đó|nè|rùi|luôn|hết|sạch|trơn|trọi|cả"
    r"|vừa mới|vừa|đã|được|đều|đang kỳ|hiện|hiện nay|hiện tại|đến nay|tới nay|tới giờ|giờ|bây giờ|lâu|nay|hôm nay|hôm qua"
    r"|hôm kia|hôm trước|bữa trước|hôm rồi|tuần trước|tháng trước|quý trước|năm trước|năm ngoái|vừa qua|vừa rồi|sáng|trưa|chiều"
    r"|từ|hồi|vào|lúc|ngày|trong|tháng|theo|đúng|trước|vượt|sớm hơn|sớm|hạn|thời hạn|thời gian|tiến độ|kế hoạch|quy định|yêu cầu"
    r"|chỉ đạo|phân công|mức|chỉ tiêu|tốt|xuất sắc|thành công|đầy đủ|triệt để|xuôi|xong xuôi|khối lượng|mục tiêu|cơ mà"
    r"|cảm ơn|cám ơn|nhiệm vụ này|kết quả|tình hình|hoàn toàn|chính thức|kèm theo|kèm|gửi kèm|có|với|và|của|do|cho|bên|nhà|ta"
    r"|giúp|hộ|đạt|tỷ lệ|đến|tới|kính|trân trọng|chào|buổi)\b"
)
