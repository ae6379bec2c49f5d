"""Which rules are applied: by code and by family."""

from collections.abc import Iterable
from difflib import get_close_matches

from perfreport.errors import UnknownRule
from perfreport.rules._core import Rule

__all__ = ["selected"]


def selected(rules: Iterable[Rule], *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """
    Return those of *rules* that are selected and not ignored, in their order.

    Each name is a code (SUM001) or a family (SUM), in any case. Nothing selected is everything; ignoring wins.

    Raises:
        UnknownRule: naming everything that no rule answers to.
    """
    known = tuple(rules)
    chosen, left_out = _codes(known, select), _codes(known, ignore)
    unknown = [*chosen[1], *left_out[1]]
    if unknown:
        raise UnknownRule(tuple(unknown))
    return tuple(rule for rule in known if (not chosen[0] or rule.code in chosen[0]) and rule.code not in left_out[0])


def _codes(rules: tuple[Rule, ...], names: Iterable[str]) -> tuple[set[str], list[tuple[str, tuple[str, ...]]]]:
    """Return the codes that *names* stand for, and the names that stand for none with what they may have meant."""
    found: set[str] = set()
    unknown: list[tuple[str, tuple[str, ...]]] = []
    possible = dict.fromkeys(name for rule in rules for name in (rule.code, rule.family))
    for name in names:
        codes = {rule.code for rule in rules if name.upper() in (rule.code, rule.family)}
        found |= codes
        if not codes:
            unknown.append((name, tuple(get_close_matches(name.upper(), possible, n=3))))
    return found, unknown
