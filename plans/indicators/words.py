"""The words by which tables of indicators are known: how names, headings and agencies begin.

All are folded, and forgiving of what scanning does to them ("Ty 1é" is "Tỷ lệ").
"""

import re

STARTS = re.compile(
    r"""(?:t[yi¥][,.']?\ ?[1il]\S{0,2}\b | t\W{1,4}\ ?[1il]\S\s | tyle | tile | 50\ (?=[a-z])
    | tong\s | chi\ s
    | s[o06]\ (?!lieu|khoa|tai\ ch|giao|noi\ vu|y\ te|cong\ th|nong|xay|van\ h) | quy\ ?mo | muc\ do
    | chi\ tieu\ ve\s | cac\ chi\ tieu\s | xep\ hang | xay\ dung\s | co\ so\s | co\ s.\s
    | cac\ co\ so | cac\ co\ quan\ dang | chi\ ngan\ sach | dan\ so | kinh\ phi\ chi | hoan\ t
    | trinh\ d | tiem\ luc | ha\ ?tang | day\ manh | ung\ dung | phu\ song | quan\ ly\ nha
    | nguon\ nhan\ luc | khoa\ hoc,\ )""",
    re.VERBOSE,
)
"""How names of indicators begin."""
HEADING = re.compile(
    r"""(?:(?P<roman>[|ivxl1y!]{1,4})[._]?[\ |_\[]*)?
    (?P<title>(?:phat\ tri|[dpb][ec]n\ n\w{1,3}\ 20|giai\ doan
        |(?(roman)(?:nhom\s|muc\ tieu|cac\ chi\ tieu\s(?!ve\s)|ve\s|ha\ tang|nguon\ n)|(?!))).*)""",
    re.VERBOSE,
)
"""The heading of a group; its roman number may be misread, or lost before the commonest words."""
ROMAN_HEADING = re.compile(r"[IVX]{1,4}[.)]? (?P<title>[^\W\d_].*)")
CAPTION = re.compile(r"(?:c\w{2} )?ch\S{1,2} tieu ve ")
"""How a row begins that is the heading of those below it: "Các chỉ tiêu về giáo dục"."""
RANKED = re.compile(r"\bth\w{1,2}t? b\w{1,3}\b")
"""The unit of what is counted in words: "Thứ bậc"."""
AGENCY_STARTS = re.compile(
    r"""(?<!&)\b(?:v?ph[oe]ng\ (?:v|kinh|noi|ha|ubnd|giao|y|tu) | v(?:i)?[ai]n\ ph\wng | cong\ an
    | c[aiode]c?\ ?(?:co\ ?qu|don\ vi|ngan\ hang|doanh|truong|phong|so,|ban|chi\ bo|tram)
    | so\ (?:khoa|tai|giao|y\ |noi|nong|cong\ t|xay|van|tu\ phap)
    | s[&¢@e]{1,2}\ (?=khoa|tai|giao|y\ ) | trung\ t\w{1,3}m\ (?:ph\wc|dich) | chi\ nhanh | ubnd
    | h[dp]nd | cuc\  | dang\ (?:bo|uy) | ngan\ hang | thanh\ tra | mat\ tran | ubmttq
    | doanh\ nghiep\ (?:tren|tai|vien) | hoi\  | doan\ thanh | ban\ (?:chi\ huy|xay\ dung|tuyen)
    | to\ cong\ nghe | don\ vi\ lien\ quan | truong\ hoc | vnpt | viettel | bao\ hiem\ xa
    | kho\ bac )""",
    re.VERBOSE,
)
"""How the agencies that answer for indicators begin."""
AGENCY_WORDS = frozenset(
    re.findall(
        r"\w+",
        """phong van hoa xa hoi kinh te cong an so khoa hoc va nghe cac co quan don vi lien chuyen
        mon trung tam phuc vu dich hanh chinh hcc ubnd hdnd dang uy bo chi tinh thanh pho ngan hang
        nha nuoc nhanh cuc thong ke tai doanh nghiep vien tren dia ban phuong truong y giao duc dao
        tao nganh tat ca bao cao lieu quy dinh ket qua vhxh""",
    )
)
"""Every word that the agencies of indicator tables, and their products, are made of."""
PRODUCT = re.compile(r"\b(?:ban )?b\w{1,2} (?:c\wo|so? ?l\w+|s\S l\w+|\S{1,3} (?:s\S )?l\w+)\b")
"""The product of nearly every indicator, misread or not: "Báo cáo số liệu", "Bộ số liệu"."""
UNFINISHED = re.compile(r"(?:[,/–&(-]|\b(?:va|cua|ve|cac|trong|theo|voi|tai|cho))$")
"""Words that want others: no cell ends so."""
