"""The words that head a table's columns, and what the column under them holds. Pure.

All words are folded, what stands in brackets left out (`bare`).
"""

import re

from plans.columns import HEADER_WORDS, NAMES, Column
from plans.files.document import TableRow
from plans.words import fold

LONGEST_HEADING = 90
"""In letters, without what stands in brackets: more than this heads no column."""
MORE_NAMES = (
    (Column.MONTH, r"thang(?:(?:/|, ?| )nam)?$"),
    (
        Column.NOTE,
        r"(?:(?:co quan|don vi|to chuc|ca nhan) )?"
        r"(?:doi tuong|duoc (?:kiem tra|thanh tra|giam sat|khao sat)|thanh phan|khach moi)\b",
    ),
    (Column.REFERENCE, r"s?tt (?:nhiem vu|muc)\b"),
    (Column.NO, r"s ?t ?t$|t ?t$|so thu tu$|ma (?:nv|so|nhiem vu)$"),
    (Column.PRODUCT, r"(?:chi|muc) tieu(?:,|/|,? va)? ?(?:ket qua|san pham)|dau ra$"),
    (
        Column.PARENT,
        r"(?:ten )?(?:linh vuc|tieu chi|(?:chi|muc) tieu|nhom (?:nhiem vu|cong viec))\b",
    ),
    (Column.CONTENT, r"ten (?:van ban|nghi quyet|chuyen de|mo hinh|hoat dong)\b"),
    (Column.CONTENT, r"(?:hang muc|(?:dau |phan )?viec|cong viec|hoat dong|bien phap|giai phap)\b"),
    (Column.COORDINATING, r".+(?<![,;/&+-])(?<! va)(?<! hoac) phoi hop(?: thuc hien)?$"),
    (Column.LEAD, r"(?:chu tri|chiu trach nhiem)\b"),
    (
        Column.COORDINATING,
        r"phoi hop\b|(?:co quan|don vi|bo phan) (?:ho tro|tham gia|cung thuc hien)$",
    ),
    (Column.LEAD, r"(?:co quan|don vi|bo phan|nguoi)(?: duoc giao)?(?: thuc hien)?$"),
    (Column.LEAD, r"(?:[a-z]+,? ){0,4}phu trach\b"),
    (Column.LEAD, r"(?:co quan|don vi|bo phan)(?:, don vi)? (?:tham muu|soan thao)\b"),
    (Column.LEAD, r"(?:(?:co quan|don vi|bo phan) )?dau moi\b|ho (?:va )?ten$"),
    (Column.COORDINATING, r"(?:phan cong|to chuc)(?: thuc hien)? .*phoi hop"),
    (Column.LEAD, r"phan cong|trach nhiem(?: thuc hien| cua| chinh)?$"),
    (Column.START, r"(?:thoi gian )?tu(?: ngay)?$|thoi gian .*bat dau$"),
    (Column.DEADLINE, r"(?:thoi gian )?(?:den(?: ngay)?|(?:.* )?ket thuc)$"),
    (
        Column.DEADLINE,
        r"(?:ngay |xong |moc |du kien )?(?:(?:hoan thanh |xong )?truoc(?: ngay)?|hoan thanh|xong)$"
        r"|han(?: (?:chot|cuoi|hoan thanh|xu ly|bao cao|nop|trinh))?$"
        r"|ngay(?:,? (?:gio|thang))?(?: thuc hien)?$",
    ),
)
"""Names of columns that say too little in running text and enough at the head of one."""
PERSON = re.compile(
    r"(?:can bo|cong chuc|dong chi|lanh dao|nguoi|ca nhan|thanh vien|ho (?:va )?ten)\b"
    r"(?!.*(?:co quan|don vi|chu tri|thuc hien))"
)
"""Who answers in person, which leads only where no column names an agency that does."""
LONGEST_SIGN = 5
"""In letters: over the first column so little means "TT", however a scan has read it."""
TARGET_WORDS = frozenset(
    [
        *("chi", "tieu", "den", "nam", "tinh", "dvt", "uoc", "ke", "hoach", "thuc", "trang"),
        *("tam", "nhin", "giai", "doan"),
    ]
)
"""What the headers of tables of targets have beside the words of all headers."""
TABLE_WORDS = HEADER_WORDS | frozenset(
    [
        *("phu", "hang", "linh", "vuc", "nhom", "hoat", "dong", "bien", "dau", "moc", "ngay"),
        *("lanh", "dao", "thanh", "vien", "thu", "tu", "cuoi", "chot", "lo"),
        *("trinh", "kinh", "phi", "nguon", "von", "kiem", "tra", "tinh", "trang", "chuc"),
        *("xong", "truoc", "lam", "va", "moi"),
    ]
)
"""Every word of headers whose cells are known; a few more than those told from running text."""
COLUMN_SIGN = re.compile(r"[(\[]?(?:\d{1,2}|[A-Ha-h])[)\]]?")
"""What numbers the columns themselves: "(1)", "A"."""


def column_of(said: str) -> Column | None:
    """What the column under these words holds; None for nothing that a task has."""
    if re.search(r"bat dau.*ket thuc", said):
        return Column.DEADLINE
    more = (column for column, words in MORE_NAMES if re.match(words, said))
    found = next(more, None) if not re.search(r"chu tri.*phoi hop", said) else Column.LEAD
    if found is not None:
        return found
    name = NAMES.search(said)
    return Column(name.lastgroup) if name is not None and name.lastgroup else None


def is_heading_text(text: str) -> bool:
    words = re.findall(r"[a-z]+", text)
    known = sum(word in TABLE_WORDS or word in TARGET_WORDS for word in words)
    years = re.fullmatch(r"(?:nam |den nam )?20\d\d", text)
    return len(text) <= LONGEST_HEADING and bool(years or (words and known * 3 >= len(words) * 2))


def is_of_header_words(row: TableRow) -> bool:
    """Whether a row says nothing but what headers say, its cells told apart or not."""
    words = re.findall(r"[a-z]+", bare(row.text))
    return len(words) > 3 and all(word in TABLE_WORDS for word in words)


def bare(text: str) -> str:
    """The folded text without what stands in brackets."""
    return " ".join(re.sub(r"\([^)]*\)", " ", fold(text)).split())
