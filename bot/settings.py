"""The settings: read from the environment and `.env`, checked once, then frozen."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from db.engine import driver_url

EXAMPLES = {
    "database_url": "sqlite:////var/lib/dondoc/dondoc.sqlite3",
    "data_dir": "/var/lib/dondoc",
    "timezone": "Asia/Ho_Chi_Minh",
    "locale": "vi",
    "telegram_token": "123456789:the-letters-that-BotFather-gave",
    "telegram_api_url": "https://api.telegram.org",
    "telegram_proxy": "socks5://127.0.0.1:1080",
    "telegram_mode": "polling",
    "telegram_webhook_secret": "32-letters-and-digits-of-your-own",
    "public_url": "https://dondoc.example.vn",
    "web_host": "127.0.0.1",
    "web_port": "8080",
    "clock": "2025-12-01T08:00",
}
"""A value that would do, for the message about one that does not."""


class SettingsError(Exception):
    """A setting is missing or wrong; its text is one line that names it and gives an example."""


def _empty_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _read_time(value: object) -> object:
    """A day or a time of a day as people write it in a setting; a bare day begins at midnight."""
    if isinstance(value, str):
        value = value.strip()
        if not value:
            return None
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a date or a time") from None
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, datetime.min.time())
    return value


Optional = BeforeValidator(_empty_is_none)


class Settings(BaseSettings):
    """Every setting; `.env.example` says what each is for."""

    model_config = SettingsConfigDict(
        env_prefix="DONDOC_", env_file=".env", extra="ignore", frozen=True
    )

    database_url: Annotated[str | None, Optional] = Field(default=None, repr=False)
    data_dir: Annotated[Path | None, Optional] = None
    timezone: str = "Asia/Ho_Chi_Minh"
    locale: Literal["vi", "en"] = "vi"
    telegram_token: Annotated[SecretStr | None, Optional] = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy: Annotated[SecretStr | None, Optional] = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: Annotated[SecretStr | None, Optional] = None
    public_url: Annotated[str | None, Optional] = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    clock: Annotated[datetime | None, BeforeValidator(_read_time)] = None

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("is no time zone that is known here") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                driver_url(value)
            except Exception:  # whatever the parser makes of it, the address itself stays unsaid
                raise ValueError("is no sqlite:/// or postgresql:// address") from None
        return value

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            number, colon, letters = value.get_secret_value().partition(":")
            if not (number.isdigit() and colon and letters and " " not in letters):
                raise ValueError("is not a number, a colon and letters")
        return value

    @field_validator("telegram_proxy")
    @classmethod
    def _is_a_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.match(
            r"(https?|socks5h?)://[^/\s]+/?$", value.get_secret_value()
        ):
            raise ValueError("is no http:// or socks5:// address")
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _telegram_takes_it(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(
            r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()
        ):
            raise ValueError("has other characters than A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("telegram_api_url", "public_url")
    @classmethod
    def _is_a_url(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("does not begin with http:// or https://")
        return value.rstrip("/") if value else value

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that new committees get, and that bare times are read in."""
        return ZoneInfo(self.timezone)

    @property
    def folder(self) -> Path:
        """Where the program keeps its files; the platform's own place unless set."""
        return self.data_dir or user_data_path("dondoc")

    def make_folder(self) -> None:
        """Make the data folder where it is missing, closed to other accounts: it holds reports."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def database(self) -> str:
        """The database's address; an SQLite file in the data folder unless set."""
        return self.database_url or f"sqlite:///{self.folder / 'dondoc.sqlite3'}"

    @property
    def clock_start(self) -> datetime | None:
        """Where the clock starts, aware; None for the real one."""
        if self.clock is None or self.clock.tzinfo is not None:
            return self.clock
        return self.clock.replace(tzinfo=self.zone)


def load_settings(**given: Any) -> Settings:
    """The settings of this process; `given` ones win over the environment.

    Raises `SettingsError` with one line for the first wrong one. The values of secrets, and of
    addresses that may carry a password, are never repeated.
    """
    try:
        settings = Settings(**given)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None
    if settings.telegram_mode == "webhook" and settings.public_url is None:
        raise SettingsError(
            "DONDOC_PUBLIC_URL is missing, and DONDOC_TELEGRAM_MODE=webhook needs it; "
            f"for example {EXAMPLES['public_url']}"
        )
    return settings


def _explain(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = str(first["loc"][0])
    fault = first["msg"].removeprefix("Value error, ")
    fault = fault[0].lower() + fault[1:]
    return f"DONDOC_{name.upper()} is wrong: {fault}; for example {EXAMPLES.get(name, '')}"
