"""A wrong setting stops the start with one line that helps, and tells no secret."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import EXAMPLES, Settings, SettingsError, load_settings

ENV_EXAMPLE = Path(__file__).parent.parent / ".env.example"
TOKEN = "123456789:AAEsecret-of-the-tests_0123456789abcd"

WRONG = [
    pytest.param("DATABASE_URL", "mysql://u:hunter2@h/d", "postgresql://", id="database kind"),
    pytest.param("DATABASE_URL", "hunter2", "postgresql://", id="no database address"),
    pytest.param("DATABASE_URL", "postgresql://u:hunter2@h:port/d", "address", id="database port"),
    pytest.param("TIMEZONE", "Asia/Hanoi", "time zone", id="unknown zone"),
    pytest.param("TIMEZONE", "../../etc/passwd", "time zone", id="zone that is a path"),
    pytest.param("TIMEZONE", "", "time zone", id="empty zone"),
    pytest.param("LOCALE", "fr", "'vi' or 'en'", id="unknown language"),
    pytest.param("TELEGRAM_TOKEN", "hunter2", "a number, a colon", id="no token"),
    pytest.param("TELEGRAM_TOKEN", "bot:hunter2", "a number, a colon", id="token without number"),
    pytest.param("TELEGRAM_TOKEN", "1:hunter2 x", "a number, a colon", id="token with a space"),
    pytest.param("TELEGRAM_API_URL", "127.0.0.1:8081", "http://", id="server without scheme"),
    pytest.param("TELEGRAM_PROXY", "hunter2", "socks5://", id="no proxy address"),
    pytest.param("TELEGRAM_MODE", "push", "'polling' or 'webhook'", id="unknown mode"),
    pytest.param("TELEGRAM_WEBHOOK_SECRET", "hunter2!", "A-Z", id="secret Telegram refuses"),
    pytest.param("PUBLIC_URL", "dondoc.example.vn", "http://", id="address without scheme"),
    pytest.param("WEB_PORT", "http", "integer", id="port in words"),
    pytest.param("WEB_PORT", "70000", "65535", id="port too large"),
    pytest.param("WEB_PORT", "-1", "0", id="port below zero"),
    pytest.param("CLOCK", "hôm qua", "date or a time", id="clock in words"),
]


@pytest.mark.parametrize(("name", "value", "fault"), WRONG)
def test_a_wrong_setting_is_named_with_its_fault_and_an_example(monkeypatch, name, value, fault):
    monkeypatch.setenv(f"DONDOC_{name}", value)

    with pytest.raises(SettingsError) as refusal:
        load_settings()

    line = str(refusal.value)
    assert line.startswith(f"DONDOC_{name} is wrong: ")
    assert fault in line
    assert line.endswith(f"; for example {EXAMPLES[name.lower()]}")
    assert "\n" not in line


@pytest.mark.parametrize(("name", "value", "fault"), WRONG)
def test_a_wrong_setting_never_repeats_a_secret(monkeypatch, name, value, fault):
    monkeypatch.setenv(f"DONDOC_{name}", value)

    with pytest.raises(SettingsError) as refusal:
        load_settings()

    assert "hunter2" not in str(refusal.value)
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_would_do(monkeypatch, name):
    monkeypatch.setenv(f"DONDOC_{name.upper()}", EXAMPLES[name])

    assert getattr(load_settings(), name) is not None


def test_every_setting_has_an_example():
    assert set(EXAMPLES) == set(Settings.model_fields)


def test_webhooks_without_a_public_address_are_refused(monkeypatch):
    monkeypatch.setenv("DONDOC_TELEGRAM_MODE", "webhook")

    with pytest.raises(SettingsError, match=r"^DONDOC_PUBLIC_URL is missing.*; for example https:"):
        load_settings()


def test_webhooks_with_a_public_address_are_taken(monkeypatch):
    monkeypatch.setenv("DONDOC_TELEGRAM_MODE", "webhook")
    monkeypatch.setenv("DONDOC_PUBLIC_URL", "https://dondoc.example.vn/")

    settings = load_settings()

    assert (settings.telegram_mode, settings.public_url) == ("webhook", "https://dondoc.example.vn")


def test_nothing_has_to_be_set(elsewhere):
    settings = load_settings()

    assert settings.telegram_token is None
    assert settings.timezone == "Asia/Ho_Chi_Minh"
    assert settings.clock_start is None
    assert settings.database == f"sqlite:///{elsewhere / 'dondoc' / 'dondoc.sqlite3'}"


def test_an_empty_setting_counts_as_unset(monkeypatch):
    for name in ("DATABASE_URL", "DATA_DIR", "TELEGRAM_TOKEN", "PUBLIC_URL", "CLOCK"):
        monkeypatch.setenv(f"DONDOC_{name}", " ")

    assert load_settings() == Settings()
    assert load_settings().clock_start is None


def test_the_env_file_is_read_and_the_environment_wins(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("DONDOC_WEB_PORT=9001\nDONDOC_LOCALE=en\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("DONDOC_WEB_PORT", "9002")

    settings = load_settings()

    assert (settings.web_port, settings.locale) == (9002, "en")


def test_secrets_do_not_show(monkeypatch):
    monkeypatch.setenv("DONDOC_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("DONDOC_TELEGRAM_PROXY", "socks5://user:hunter2@127.0.0.1:1080")
    monkeypatch.setenv("DONDOC_TELEGRAM_WEBHOOK_SECRET", "hunter2-of-the-webhook")
    monkeypatch.setenv("DONDOC_DATABASE_URL", "postgresql://dondoc:hunter2@127.0.0.1/dondoc")

    settings = load_settings()

    assert "secret" not in repr(settings).replace("webhook_secret", "")
    assert "hunter2" not in repr(settings)
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("written", "starts"),
    [
        pytest.param("2025-12-01T08:00", datetime(2025, 12, 1, 1, 0, tzinfo=UTC), id="our zone"),
        pytest.param("2025-12-01 08:00", datetime(2025, 12, 1, 1, 0, tzinfo=UTC), id="a space"),
        pytest.param("2025-12-01T08:00Z", datetime(2025, 12, 1, 8, 0, tzinfo=UTC), id="its own"),
        pytest.param("2025-12-01", datetime(2025, 11, 30, 17, 0, tzinfo=UTC), id="a bare day"),
    ],
)
def test_the_clock_starts_in_the_zone_of_the_settings(monkeypatch, written, starts):
    monkeypatch.setenv("DONDOC_CLOCK", written)

    assert load_settings().clock_start == starts


def test_env_example_lists_every_setting_with_a_comment():
    blocks = ENV_EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]
    listed = []
    for block in blocks:
        *comment, setting = block.split("\n")
        listed += re.findall(r"^# DONDOC_([A-Z_]+)=\S+$", setting)
        assert comment, f"no comment: {setting}"
        assert all(line.startswith("# ") and "=" not in line for line in comment), block

    assert listed == [name.upper() for name in Settings.model_fields]


def test_the_samples_of_env_example_would_do(monkeypatch, tmp_path):
    samples = re.sub(r"^# (?=DONDOC_)", "", ENV_EXAMPLE.read_text(encoding="utf-8"), flags=re.M)
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text(samples, encoding="utf-8")

    settings = load_settings()

    assert settings.model_fields_set == set(Settings.model_fields)
