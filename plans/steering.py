"""Who steers the carrying-out of a plan: its committee and the body that works for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steering:
    """The steering committee and its standing body, as the plan names them; None for neither."""

    committee: str | None
    standing_body: str | None


NO_STEERING = Steering(None, None)
