"""Words that stand where a name might, and are none. Pure."""

from plans.words import letters

NO_NAMES = frozenset(
    letters("""
        của tôi em mình ta anh chị phòng ban đơn vị cơ quan này đó kia thế nào cả xã phường làm toàn
        việc nhiệm vụ công đến đâu còn bao giờ đã đang sẽ chỉ đạo ý kiến
    """).split()
)
"""Words that name nobody, and nothing a task could speak of: "việc của tôi đến đâu rồi"."""
