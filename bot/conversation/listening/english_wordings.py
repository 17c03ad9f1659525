"""How orders and wishes are said in English, and what they are in Vietnamese."""

TASK = r"(?:(?:task|number|no\.?)\s+)*#?(?P<task>\d{1,5})\b"
TASKS = r"(?:(?:tasks?|numbers?)\s+)*(?P<task>#?\d{1,5}(?:(?:[\s,;]|\band\b)+#?\d{1,5})*)\b"
SOMEBODY = (
    r"(?:(?:mr|mrs|ms|miss)\.? )?(?!(?:an?|another|the)\b)"
    r"(?P<what>[^\W\d_]+(?: [^\W\d_]+){0,3}?)"
)
"""A person by name, not "an officer"."""
WHY = r"(?:[\s,:;\-]+(?:(?:because|since|as|due to|reason)\b[\s:]*)?(?P<why>\S.*))?"
ORDERS: tuple[tuple[str, str], ...] = (
    (
        rf"(?:grant|approve|allow|accept|agree to) (?:the )?extension (?:of|for) {TASK}[.!]*",
        "đồng ý gia hạn {task}",
    ),
    (
        rf"(?:refuse|reject|deny|decline) (?:the )?extension (?:of|for) {TASK}{WHY}",
        "không đồng ý gia hạn {task} vì {why}",
    ),
    (r"(?:confirm|approve|accept) (?:them )?(?:all|everything)(?: of them)?[.!]*", "duyệt tất cả"),
    (rf"(?:confirm|approve|accept) (?:the )?(?:completions? of )?{TASKS}[.!]*", "duyệt {task}"),
    (rf"(?:grant|agree to|allow) {TASK}[.!]*", "đồng ý gia hạn {task}"),
    (rf"(?:refuse|deny|decline) {TASK}{WHY}", "không đồng ý gia hạn {task} vì {why}"),
    (rf"(?:return|send back|reject) {TASK}{WHY}", "trả lại {task}: {why}"),
    (
        rf"(?:pause|suspend|put off) {TASK}(?: (?:until|till|to) (?P<day>[^:,]+?))?{WHY}",
        "tạm hoãn {task} đến {day}: {why}",
    ),
    (rf"(?:resume|continue|go on with) {TASK}[.!]*", "tiếp tục {task}"),
    (
        rf"(?:instruct|instruction (?:on|for|to)|direct) {TASK}[\s:,\-]+(?P<why>\S.*)",
        "chỉ đạo {task}: {why}",
    ),
    (
        rf"(?:tell|order|ask) (?P<whom>(?!me\b|us\b)\D+?) to (?P<why>\D*){TASK}(?P<day>.*)",
        "chỉ đạo {whom} {why} việc {task} {day}",
    ),
    (
        rf"(?:extend|prolong) {TASK} (?:to|until|till) (?P<day>[^:,]+?){WHY}",
        "gia hạn việc {task} đến {day} vì {why}",
    ),
    (
        rf"(?:give|grant|allow) {TASK} (?:until|till) (?P<day>[^:,]+?){WHY}",
        "gia hạn việc {task} đến {day} vì {why}",
    ),
    (
        rf"(?:extend|prolong) {TASK} by (?P<what>\w+)(?: more)? (?P<day>days?|weeks?|months?){WHY}",
        "gia hạn việc {task} thêm {what} {day} vì {why}",
    ),
    *(
        (rf"(?:correct|amend|change) {TASK}[\s,:]+(?:{said}) ?:? ?(?P<{part}>.+)", meant)
        for said, part, meant in (
            ("deadline|due date|due day", "day", "sửa {task} thời hạn: {day}"),
            ("lead", "whom", "sửa {task} chủ trì: {whom}"),
            ("with|helpers?", "whom", "sửa {task} phối hợp: {whom}"),
            ("product", "what", "sửa {task} sản phẩm: {what}"),
            ("content", "what", "sửa {task} nội dung: {what}"),
        )
    ),
    (
        r"(?:move|change|extend|set|put) (?:the )?(?:deadline|due da(?:te|y)) (?:of|for) "
        rf"{TASK} to (?P<day>.+)",
        "đổi hạn việc {task} sang {day}",
    ),
    (rf"(?:give|assign|hand) {TASK} to (?P<whom>.+)", "giao việc {task} cho {whom}"),
    (
        r"(?:assign|give|task) (?P<whom>\D+?) (?:to|the task to) (?P<what>.+?)"
        r"[\s,]+(?:due|by|until|on)(?: on)? (?!before\b)(?P<day>(?:(?! (?:by|due|until) ).)+)",
        "giao {whom} {what}, hạn {day}",
    ),
    (
        r"(?:assign|give|task) (?P<whom>\D+?) (?:to|the task to) (?P<what>.+?)"
        r"[\s,]+(?:due )?before (?P<day>.+)",
        "giao {whom} {what}, xong trước {day}",
    ),
    (r"(?:assign|task) (?P<whom>\D+?) to (?P<what>[a-z].+)", "giao {whom} {what}"),
    (
        rf"{TASK} (?:needs?|wants?|requires?) (?:some )?(?:more time|an extension)"
        rf"(?: (?:until|till|to) (?P<day>[^:,]+?))?{WHY}",
        "xin gia hạn việc {task} đến {day} vì {why}",
    ),
    (
        rf"(?:i|we) (?:need|want) (?:some )?more time (?:for|on) {TASK},?"
        rf"(?: (?:until|till|to) (?P<day>[^:,]+?))?{WHY}",
        "xin gia hạn việc {task} đến {day} vì {why}",
    ),
    (
        r"(?:i|we) (?:need|want) (?P<what>\w+)(?: more)? (?P<day>days?|weeks?|months?)(?: more)? "
        rf"(?:for|on) {TASK}{WHY}",
        "xin gia hạn việc {task} thêm {what} {day} vì {why}",
    ),
    (
        rf"(?:task )?{TASK} (?:is|has reached|stands at|reached)(?: now| about)?(?: at)? "
        r"(?P<what>\d{1,3}) ?(?:%|percent|per cent)(?: done| complete| ready)?[.!]*",
        "việc {task} được {what}%",
    ),
    (
        r"(?:can|could|may) (?:i|we) have (?:until|till) (?P<day>[^:,?]+?) (?:for|on) "
        rf"{TASK}\??{WHY}",
        "xin gia hạn việc {task} đến {day} vì {why}",
    ),
    (
        r"(?:attach |here is |see )?(?:the )?(?P<what>(?:document|decision|plan|report|letter) "
        rf"(?:no\.? |number )?\S*\d\S*(?: (?:of|dated) \S+)?) (?:for|to|proves) {TASK}[.!]*",
        "việc {task}: {what}",
    ),
    (
        rf"(?:(?:this |it )?(?:is )?not ours?[\s,.;:]+)?{TASK} "
        r"(?:belongs to|is (?:the )?(?:job|task|work) of|should go to|is for) (?P<whom>.+?)[.!]*",
        "việc {task} của {whom}",
    ),
    (
        rf"{TASK} is (?:not|n't) (?:ours|our (?:task|job|work))[.!]*",
        "việc {task} không phải của em",
    ),
    (
        r"(?P<whom>\D+?) (?:phoned|called|rang)(?: in| us)?(?: to (?:say|report)| and said)?"
        r"(?: that)?[\s,:]+(?P<what>.*\d.*)",
        "{what}, {whom} báo qua điện thoại",
    ),
    (
        rf"remind me (?:again )?(?:of|about) {TASK} (?:again )?(?:on )?(?P<day>.+)",
        "nhắc lại việc {task} {day}",
    ),
    (rf"(?:undo|take back|cancel)(?: the report (?:of|on))? {TASK}[.!]*", "báo nhầm việc {task}"),
    (
        r"(?P<what>.*\d.*?)[\s,]+(?:it was |they |as )?(?:reported|told|said) (?:by|over the) "
        r"(?:tele)?phone[.!]*",
        "{what}, báo qua điện thoại",
    ),
    *(
        (
            rf"(?:{said}) {SOMEBODY} (?:as|to be|the|an?|\s)*{role} (?:of|for|at|in) "
            r"(?P<whom>.+?)[.!]*",
            meant,
        )
        for role, title in (("officer", "cán bộ đầu mối"), ("head", "thủ trưởng"))
        for said, meant in (
            ("invite|add", f"mời anh {{what}} làm {title} {{whom}}"),
            ("make|appoint", f"anh {{what}} kiêm {title} {{whom}}"),
        )
    ),
    (rf"(?:move|transfer) {SOMEBODY} to (?P<whom>\D+?)[.!]*", "chuyển anh {what} sang {whom}"),
    (r"who (?:works|is) (?:at|in) (?P<whom>\D+?)[?.]*", "{whom} có những ai"),
    (
        r"(?:who|which (?:office|agency|unit)s?) (?:has|have) no (?:officer|head)s?[?.]*",
        "đơn vị nào chưa có đầu mối",
    ),
    (
        r"(?:invite|add) (?:an? |another )?(?:officer|person|user|somebody|someone) "
        r"(?:of|for|to|at|in) (?P<whom>.+)",
        "mời cán bộ {whom}",
    ),
    (
        r"(?:remind|tell|message) me (?:every day |daily )?at (?P<hour>\d{1,2})"
        r"(?::00| ?am| ?h| o'?clock)?",
        "nhắc tôi lúc {hour}h",
    ),
    (
        r"(?:remind|nudge|chase|urge) (?:all |everybody |everyone |those |offices |agencies |the )*"
        r"(?:who |that |which )?(?:(?:have|has|did) ?n[o']t|not|with(?:out| no))(?: yet)? "
        r"(?:any )?report(?:ed|s)?(?: yet)?[.!]*",
        "đôn đốc các đơn vị chưa báo cáo",
    ),
    (r"(?:remind|nudge|chase|urge) (?:everybody|everyone|all)(?: of them)?", "đôn đốc tất cả"),
    (
        rf"(?:remind|nudge|chase|urge) (?P<whom>(?!me\b|us\b).+?) (?:about|of|on) {TASK}",
        "nhắc {whom} việc {task}",
    ),
    (r"(?:remind|nudge|chase|urge) (?P<whom>(?!me\b|us\b)\D+)", "đôn đốc {whom}"),
    (
        r"who (?:is |are )?(?:responsible for|in charge of|leads|leading|does|doing|handles|"
        r"else works on|works on|working on) "
        rf"{TASK}\??",
        "ai phụ trách việc {task}",
    ),
    (
        rf"who (?:is |are )?(?:also )?(?:helps?|helping|coordinates|coordinating)(?: with| on)* "
        rf"{TASK}\??",
        "ai phối hợp việc {task}",
    ),
    (
        r"(?:i am|i'm|i will be|i'll be) (?:going )?(?:on (?:sick |annual )?leave|away|off|sick|"
        r"on holiday|out of (?:the )?office|on business)\b(?P<day>[^,]*?)"
        r"(?:,? (?:and )?(?P<whom>[^,]+?) (?:will )?(?:stands?|cover|covers|replaces?)"
        r"(?: in)?(?: for me| me)?)?[.!]*",
        "tôi nghỉ {day}, {whom} thay",
    ),
    (
        r"(?P<what>\w+) (?:is|will be) (?:on (?:sick |annual )?leave|away|off|sick|on business)\b"
        r"(?P<day>[^,]*(?:\d|day\b|tomorrow|week)[^,]*?)"
        r"(?:,? (?:and )?(?P<whom>[^,]+?) (?:will )?(?:stands?|covers?)"
        r"(?: in)?(?: for (?:him|her|them))?)?[.!]*",
        "{what} nghỉ {day}, {whom} thay",
    ),
    (r"merge (?P<whom>.+?) (?:into|with) (?P<what>.+?)[.!]*", "gộp {whom} vào {what}"),
    (r"rename (?P<whom>\D+?) (?:to|as|into) (?P<what>.+?)[.!]*", "đổi tên {whom} thành {what}"),
    (r"(?P<what>ct ?\d+) (?:has |is )*(?:reached|reaches|at|is) (?P<day>\S.*)", "{what} đạt {day}"),
    (r"(?:the )?(?:deadline|due date): ?(?P<day>.+)", "thời hạn: {day}"),
    (r"leads?: ?(?P<whom>.+)", "chủ trì: {whom}"),
    (r"(?:with|helpers?): ?(?P<whom>.+)", "phối hợp: {whom}"),
    (r"product: ?(?P<what>.+)", "sản phẩm: {what}"),
    (r"content: ?(?P<what>.+)", "nội dung: {what}"),
    (
        r"(?:(?:what is|show|give|tell|me|the) )*(?:progress|status|state) (?:of|on|with) "
        rf"{TASK}\??",
        "#{task}",
    ),
    (rf"why (?:is|has) {TASK} (?:late|delayed|overdue|behind|blocked|stuck).*", "#{task}"),
    (
        r"(?:(?:list|show|all|the) )*tasks (?:of|led by|from) (?P<whom>\D+?)[.?]*",
        "danh sách việc của {whom}",
    ),
    (r"(?:what|how) about (?P<whom>\D+?)[.?]*", "thế còn {whom}"),
    (
        r"compare (?P<whom>[^\d,]+?) (?:and|with|to) "
        r"(?P<what>(?:phòng|công|ban|văn|trung)\b\D+?)[.?]*",
        "tình hình {whom} và {what}",
    ),
    (
        r"(?:(?:show|the) )*list (?:of )?(?:(?:the|all|our) )*(?:agencies|offices)",
        "danh sách cơ quan",
    ),
    (r"who (?:has|have) not (?:logged|come|signed) in(?: yet)?\??", "đơn vị nào chưa có đầu mối"),
    (r"when (?:is|are) the next (?:report|meeting)s?(?: due)?\??", "bao giờ phải nộp báo cáo"),
    (
        r"(?:sum up|summari[sz]e|report for|summary (?:of|for)) (?P<day>[^:]+?)(?: please)?[.!]*",
        "tổng hợp {day}",
    ),
    (
        r"(?:are we|is everything) on track\??|how are things(?: going)?\??",
        "tình hình chung thế nào",
    ),
    (r"good (?:morning|afternoon|evening|day)(?: \w+)?[.!]*", "chào"),
    (
        r"(?:many )?thank(?:s| you)(?: (?:very much|so much|a lot|again|for \w+ \w+))*[.!]*",
        "cảm ơn",
    ),
    (r"(?:i am|i'm) back(?: (?:at|to) work| in (?:the )?office)?[.!]*", "tôi đi làm lại rồi"),
)
"""How it is said and what it means; a part that is not said falls away with what leads to it."""
COUNTS = {
    "a": "1",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "ten": "10",
}
"""How many days or weeks more are asked for, in words."""
WORDS = {
    "from": "từ",
    "before": "trước",
    "by": "chậm nhất",
    "to": "đến",
    "until": "đến",
    "till": "đến",
    "today": "hôm nay",
    "tomorrow": "ngày mai",
    "next week": "tuần sau",
    "this week": "tuần này",
    "last week": "tuần trước",
    "this month": "tháng này",
    "last month": "tháng trước",
    "next month": "tháng sau",
    "this quarter": "quý này",
    "next quarter": "quý sau",
    "next year": "năm sau",
    "this year": "năm nay",
    "monday": "thứ hai",
    "tuesday": "thứ ba",
    "wednesday": "thứ tư",
    "thursday": "thứ năm",
    "friday": "thứ sáu",
    "months": "tháng",
    "month": "tháng",
    "days": "ngày",
    "day": "ngày",
    "weeks": "tuần",
    "week": "tuần",
    "for": "",
    "on": "",
    "january": "tháng 1",
    "february": "tháng 2",
    "march": "tháng 3",
    "april": "tháng 4",
    "june": "tháng 6",
    "july": "tháng 7",
    "august": "tháng 8",
    "september": "tháng 9",
    "october": "tháng 10",
    "november": "tháng 11",
    "december": "tháng 12",
}
"""What a day is said with."""
