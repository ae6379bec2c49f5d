"""
Rules that other packages bring: the entry point ``perfreport.rules``.

A package names a rule, several in an iterable, or a function without arguments that returns them::

    [project.entry-points."perfreport.rules"]
    ours = "our_rules:RULES"
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from perfreport.errors import InvalidPlugin
from perfreport.rules import STANDARD, Rule

__all__ = ["GROUP", "rules"]

#: The group of the entry points.
GROUP = "perfreport.rules"


def rules() -> tuple[Rule, ...]:
    """
    Return the rules of all packages that are installed, by the name of their entry point and in their own order.

    Raises:
        InvalidPlugin: for a package that cannot be loaded, offers something else than rules, or a code that is taken.
    """
    found: dict[str, str] = {rule.code: "perfreport" for rule in STANDARD}
    listed: list[Rule] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        name = f"{point.name} of {point.dist.name if point.dist else point.value}"
        for rule in _rules(point, name):
            if rule.code in found:
                raise InvalidPlugin(
                    name, f"the code {rule.code} belongs to {found[rule.code]}; choose letters of your own"
                )
            found[rule.code] = name
            listed.append(rule)
    return tuple(listed)


def _rules(point: EntryPoint, name: str) -> tuple[Rule, ...]:
    try:
        held: Any = point.load()
        if callable(held) and not isinstance(held, Rule):
            held = held()
    except Exception as error:
        raise InvalidPlugin(name, f"it could not be loaded: {type(error).__name__}: {error}") from error
    listed = tuple(held) if isinstance(held, Iterable) else (held,)
    for rule in listed:
        if not isinstance(rule, Rule):
            raise InvalidPlugin(name, f"expected rules, not a value of type {type(rule).__name__}")
    return listed
