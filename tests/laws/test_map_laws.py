"""What holds for every mapping that a value keeps."""

from collections.abc import ItemsView, KeysView, Mapping, ValuesView

from hypothesis import given
from hypothesis import strategies as st

from perfreport.frozenmap import FrozenMap


class TestViews:
    """The views are those of any mapping, and nothing can be changed through them."""

    @given(st.dictionaries(st.text(max_size=3), st.integers()))
    def test_views_hold_what_those_of_a_mapping_hold(self, items: dict[str, int]) -> None:
        held = FrozenMap(items)
        assert list(held.keys()) == list(Mapping.keys(held))
        assert list(held.values()) == list(Mapping.values(held))
        assert list(held.items()) == list(Mapping.items(held))
        assert held.keys() == KeysView(held)
        assert held.items() == ItemsView(held)
        assert isinstance(held.values(), ValuesView)
