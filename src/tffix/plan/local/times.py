"""Times, which begin at a fixed one. Source: the documentation of the provider time."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from tffix.plan.local.asked import Asked
from tffix.plan.protocol import Object
from tffix.plan.values import TIME

_UNITS: Final = ("days", "hours", "minutes", "seconds")


def time_static(asked: Asked) -> Object:
    return _fields(moment(asked.config.get("rfc3339")))


def time_offset(asked: Asked) -> Object:
    base = moment(asked.config.get("base_rfc3339"))
    return {"base_rfc3339": text_of(base), **_fields(_later(base, asked, "offset"))}


def time_rotating(asked: Asked) -> Object:
    base = moment(asked.config.get("rfc3339"))
    given = asked.config.get("rotation_rfc3339")
    rotates = moment(given) if isinstance(given, str) else _later(base, asked, "rotation")
    return {**_fields(base), "rotation_rfc3339": text_of(rotates)}


def moment(text: Any) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return datetime.fromisoformat(TIME)


def _later(base: datetime, asked: Asked, prefix: str) -> datetime:
    months = 12 * asked.number(f"{prefix}_years", 0) + asked.number(f"{prefix}_months", 0)
    years, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    try:
        day = min(base.day, calendar.monthrange(years, month + 1)[1])
        parts = {unit: asked.number(f"{prefix}_{unit}", 0) for unit in _UNITS}
        return base.replace(year=years, month=month + 1, day=day) + timedelta(**parts)
    except (ValueError, OverflowError, IndexError):
        return base  # beyond the calendar


def _fields(moment: datetime) -> Object:
    names = ("year", "month", "day", "hour", "minute", "second")
    numbers = {name: getattr(moment, name) for name in names}
    return {**numbers, "unix": int(moment.timestamp()), "rfc3339": text_of(moment), "id": text_of(moment)}


def text_of(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
