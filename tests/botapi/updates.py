"""Updates on their way to the bot: kept until confirmed, polled for, or posted to a webhook.

Rules: https://core.telegram.org/bots/api#getting-updates.
"""

import asyncio
import contextlib
import re
import time
from typing import Any

import httpx

from tests.botapi.changes import Changes
from tests.botapi.refusals import bad_request, conflict
from tests.botapi.requests import Params

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
RETRY_SECONDS = 0.02
"""Between two attempts at a webhook; Telegram waits longer."""

POST_SECONDS = 5.0
MOST_UPDATES = 100
TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
    " first"
)


class Updates:
    """The updates that the bot has not confirmed, and the one way it gets them."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.pending: list[dict[str, Any]] = []
        self.allowed: list[str] = []
        self.url = ""
        self.secret = ""
        self.closed = False
        self.webhook_answers: list[int | str] = []
        """Status codes the webhook gave, or the name of the error where it gave none."""
        self._last_id = 100_000
        self._poll = 0
        self._error: tuple[int, str] | None = None
        self._posting: asyncio.Task[None] | None = None

    def add(self, kind: str, body: dict[str, Any]) -> int:
        """Queue one update; returns its id. One of a kind that is not wanted is never created."""
        self._last_id += 1
        if not self.allowed or kind in self.allowed:
            self.pending.append({"update_id": self._last_id, kind: body})
            self.changes.ring()
        return self._last_id

    async def get(self, params: Params) -> list[dict[str, Any]]:
        """Confirm what lies below the offset, then give what is there, waiting for the first."""
        if self.url:
            raise conflict(WEBHOOK_SET)
        self._poll += 1
        poll = self._poll
        self.changes.ring()  # the poll before this one ends
        offset = params.number("offset")
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [u for u in self.pending if u["update_id"] >= offset]
        self.allow(params)
        limit = min(max(params.number("limit", MOST_UPDATES), 1), MOST_UPDATES)

        def found() -> bool | None:
            return True if self.pending or self.closed or self._poll != poll else None

        await self.changes.until(found, params.number("timeout"))
        if self._poll != poll:
            raise conflict(TERMINATED)
        return self.pending[:limit]

    def allow(self, params: Params) -> None:
        """Remember which kinds are wanted; without the parameter the last choice stays."""
        kinds = params.json("allowed_updates", "can't parse allowed updates JSON array")
        if isinstance(kinds, list):
            self.allowed = [str(kind) for kind in kinds]

    async def set_webhook(self, params: Params) -> bool:
        """Post updates to an address from now on; plain HTTP is allowed on this machine only."""
        url, secret = params.text("url"), params.text("secret_token")
        if not url:
            return await self.delete_webhook(params)
        if not re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]", url):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        await self.delete_webhook(params)
        self.allow(params)
        self.url, self.secret = url, secret
        self._poll += 1
        self._posting = asyncio.create_task(self._post(url, secret))
        return True

    async def delete_webhook(self, params: Params) -> bool:
        """Post no more."""
        if params.flag("drop_pending_updates"):
            self.pending.clear()
        self.url = self.secret = ""
        self._error = None
        await self._stop_posting()
        return True

    def webhook_info(self) -> dict[str, Any]:
        """https://core.telegram.org/bots/api#webhookinfo."""
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if self.allowed:
            info["allowed_updates"] = self.allowed
        if self._error:
            info["last_error_date"], info["last_error_message"] = self._error
        return info

    async def close(self) -> None:
        """End the polls that wait and the posting."""
        self.closed = True
        self.changes.ring()
        await self._stop_posting()

    async def _stop_posting(self) -> None:
        if self._posting:
            self._posting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._posting
            self._posting = None

    async def _post(self, url: str, secret: str) -> None:
        """Post one update after the other, each until it is answered with 2xx."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        async with httpx.AsyncClient(timeout=POST_SECONDS, trust_env=False) as client:
            while True:
                await self.changes.until(lambda: self.pending or None, 3600)
                if not self.pending:
                    continue
                update = self.pending[0]
                answer = await self._post_one(client, url, update, headers)
                self.webhook_answers.append(answer)
                self.changes.ring()
                if isinstance(answer, int) and 200 <= answer < 300:
                    self.pending.remove(update)
                    continue
                self._error = (int(time.time()), f"Wrong response from the webhook: {answer}")
                await asyncio.sleep(RETRY_SECONDS)

    @staticmethod
    async def _post_one(
        client: httpx.AsyncClient, url: str, update: dict[str, Any], headers: dict[str, str]
    ) -> int | str:
        try:
            return (await client.post(url, json=update, headers=headers)).status_code
        except httpx.HTTPError as error:
            return type(error).__name__
