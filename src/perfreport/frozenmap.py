"""An immutable, hashable mapping: what a value keeps of mappings that it was given."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Generic, TypeVar, final

__all__ = ["FrozenMap", "freeze"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


@final
class FrozenMap(Mapping[K, V_co], Generic[K, V_co]):
    """
    A mapping that never changes, in the order in which it was given.

    Two are equal when they hold the same items, in whatever order. Unlike `types.MappingProxyType`
    it can be pickled, copied and hashed (when its values can).

    >>> FrozenMap({"a": 1})["a"]
    1
    """

    __slots__ = ("_items",)

    _items: dict[K, V_co]

    def __init__(self, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    # Views of a dict do not change it, and go through it many times faster than those of `Mapping`.
    def keys(self) -> KeysView[K]:
        """Return a view of the keys."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """Return a view of the values."""
        return self._items.values()

    def items(self) -> ItemsView[K, V_co]:
        """Return a view of the keys with their values."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"a FrozenMap never changes: {name!r} cannot be set"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"a FrozenMap never changes: {name!r} cannot be deleted"
        raise AttributeError(msg)

    def __reduce__(self) -> tuple[type["FrozenMap[K, V_co]"], tuple[dict[K, V_co]]]:
        return FrozenMap, (self._items,)


def freeze(value: object) -> object:
    """Return *value* with every mapping a `FrozenMap` and every list a tuple, at all depths."""
    if isinstance(value, Mapping):
        return FrozenMap({key: freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    return value
