"""The parameters of a request, in each of the ways the Bot API takes them.

https://core.telegram.org/bots/api#making-requests: query string, form, JSON, or multipart where
files come along.
"""

import json
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from tests.botapi.refusals import RefusalError, bad_request

MAX_UPLOAD = 50 * 1024 * 1024
"""https://core.telegram.org/bots/api#sending-files"""


@dataclass
class File:
    """One uploaded file."""

    name: str
    content: bytes
    mime: str


@dataclass
class Params:
    """The parameters by name, values still as they came, and the files."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string, empty where it is missing."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number, the default where it is missing or none."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """A boolean as the Bot API reads one."""
        return self.text(name).lower() in ("true", "1", "yes")

    def json(self, name: str, error: str) -> Any:
        """A JSON value, None where it is missing; refused with `error` where it is broken."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value  # it came inside a JSON body
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(error) from None

    def file(self, name: str) -> File | str | None:
        """An upload, or the file id or address it names."""
        value = self.text(name)
        if value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name) or value or None


async def read_params(request: Request) -> Params:
    """All that a request says; the body wins over the query string."""
    params = Params(values=dict(request.query_params))
    body = await request.body()
    if len(body) > MAX_UPLOAD:
        raise RefusalError(413, "Request Entity Too Large")
    header = request.headers.get("content-type", "")
    kind = header.partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            values = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(values, dict):
            raise bad_request("can't parse JSON object")
        params.values |= values
    elif kind == "application/x-www-form-urlencoded":
        params.values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    elif kind == "multipart/form-data":
        read_multipart(header, body, params)
    return params


def read_multipart(header: str, body: bytes, params: Params) -> None:
    """Add the fields and files of a multipart body."""
    mail = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {header}\r\n\r\n".encode() + body)
    for part in mail.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(content, bytes):
            continue
        file_name = part.get_filename()
        if file_name is None:
            params.values[name] = content.decode()
        else:
            params.files[name] = File(file_name, content, part.get_content_type())
