"""Every table, so that one import knows them all."""

from db.models.message import (
    Delivery,
    InboxUpdate,
    MovedDay,
    OutboxMessage,
    Rung,
    WebMessage,
)
from db.models.people import (
    Agency,
    AgencyAlias,
    Chat,
    Committee,
    Invitation,
    Membership,
    Person,
)
from db.models.plan import Plan, ReportingRegime, Task, TaskAgency, TaskGroup
from db.models.progress import (
    Blocker,
    Confirmation,
    Extension,
    Occurrence,
    Pause,
    Snooze,
    StatusUpdate,
)

__all__ = [
    "Agency",
    "AgencyAlias",
    "Blocker",
    "Chat",
    "Committee",
    "Confirmation",
    "Delivery",
    "Extension",
    "InboxUpdate",
    "Invitation",
    "Membership",
    "MovedDay",
    "Occurrence",
    "OutboxMessage",
    "Pause",
    "Person",
    "Plan",
    "ReportingRegime",
    "Rung",
    "Snooze",
    "StatusUpdate",
    "Task",
    "TaskAgency",
    "TaskGroup",
    "WebMessage",
]
