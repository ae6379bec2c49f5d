"""
Rules that other packages bring: the entry point ``perfreport.rules``.

A package names a rule, several in an iterable, or a function without arguments that returns them::

    [project.entry-points."perfreport.rules"]
    ours = "our_rules:RULES"
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from perfreport.errors import InvalidPlugin, shown
from perfreport.findings import because
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
                taken = because(
                    "the code {code} belongs to {owner}; choose letters of your own",
                    code=rule.code,
                    owner=found[rule.code],
                )
                raise InvalidPlugin(name, taken)
            found[rule.code] = name
            listed.append(rule)
    return tuple(listed)


def _rules(point: EntryPoint, name: str) -> tuple[Rule, ...]:
    try:
        held: Any = point.load()
        if callable(held) and not isinstance(held, Rule):
            held = held()
    except Exception as error:
        told = because("it could not be loaded: {kind}: {words}", kind=type(error).__name__, words=str(error))
        raise InvalidPlugin(name, told) from error
    listed = tuple(held) if isinstance(held, Iterable) else (held,)
    for rule in listed:
        if not isinstance(rule, Rule):
            raise InvalidPlugin(name, because("expected rules, not {given}", given=shown(rule)))
    return listed
