"""What holds when all figures of a document are judged together."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, product

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from perfreport import Money, PerformanceReport, Presentation, Unit
from perfreport.money import bounds
from perfreport.numerals import exponent_of
from perfreport.places import Way, pointer
from perfreport.reconciliation import SlipKind, Verdict, judge, reconcile, reconcile_identities
from perfreport.reconciliation._slips import _edits
from perfreport.reconciliation._system import Equation, Span, Statement, System, met
from perfreport.reconciliation._tree import Tree, trees
from perfreport.reconciliation.equations import Identity, identities
from perfreport.testing import reports
from tests.cases.laws import WHOLE

ANY = (-(10**6), 10**6)
ONE = Money.yuan("0.01")


def system_of(spans: Sequence[Span], terms: Sequence[Sequence[tuple[int, int]]]) -> System:
    """Return a system of figures with these spans, or without a statement, and equations with these terms."""
    figures = tuple(
        (Statement(way=(at,), place=at, money=ONE, grid=ONE, low=span[0], high=span[1]),) if span else ()
        for at, span in enumerate(spans)
    )
    equations = tuple(Equation(code="SUM", way=(at,), terms=tuple(each)) for at, each in enumerate(terms))
    return System(figures=figures, equations=equations, places=2)


@st.composite
def small_spans(draw: st.DrawFn) -> tuple[int, int]:
    low = draw(st.integers(-3, 3))
    return low, low + draw(st.integers(0, 2))


@st.composite
def small_trees(draw: st.DrawFn) -> System:
    """Draw one to three equations that hang together without a circle, over at most seven figures."""
    count, terms = 1, []
    for _ in range(draw(st.integers(1, 3))):
        shared = draw(st.integers(0, count - 1))
        new = draw(st.integers(1, 2))
        signs = draw(st.lists(st.sampled_from([1, -1]), min_size=new + 1, max_size=new + 1))
        terms.append(list(zip([shared, *range(count, count + new)], signs, strict=True)))
        count += new
    # One figure of them all may be silent.
    silent = draw(st.none() | st.integers(0, count - 1))
    spans = draw(st.lists(small_spans(), min_size=count, max_size=count))
    return system_of([None if at == silent else span for at, span in enumerate(spans)], terms)


@st.composite
def small_systems(draw: st.DrawFn) -> System:
    """Draw equations over a few figures, with circles or without."""
    count = draw(st.integers(2, 5))
    numbers = st.lists(st.integers(0, count - 1), min_size=2, max_size=3, unique=True)
    terms = [
        [(number, draw(st.sampled_from([1, -1]))) for number in draw(numbers)] for _ in range(draw(st.integers(1, 4)))
    ]
    return system_of(draw(st.lists(small_spans(), min_size=count, max_size=count)), terms)


def possible(system: System, spans: Sequence[Span]) -> bool:
    """Tell whether some amounts within *spans* satisfy every equation, by trying all of the stated ones."""
    silent = {number for number, figure in enumerate(system.figures) if not figure}
    ranges = [
        [0] if number in silent else range(span[0], span[1] + 1)
        for number, span in enumerate(spans)
        if span is not None
    ]
    return any(_agree(system, silent, amounts) for amounts in product(*ranges))


def _agree(system: System, silent: set[int], amounts: Sequence[int]) -> bool:
    """Tell whether *amounts* satisfy every equation, for one amount of the only silent figure, which is 0 in them."""
    wanted = set()
    for equation in system.equations:
        rest = sum(factor * amounts[number] for number, factor in equation.terms)
        own = [factor for number, factor in equation.terms if number in silent]
        if own:
            wanted.add(-rest * own[0])
        elif rest:
            return False
    return len(wanted) <= 1


def judged(system: System) -> list[Tree]:
    """Return all trees of *system*, group by group."""
    spans = system.spans()
    return [
        tree for part in system.components() for forest in system.forests(part) for tree in trees(system, spans, forest)
    ]


def without(system: System, kept: set[int]) -> System:
    """Return *system* with only the statements of the figures *kept*."""
    figures = [
        figure if number in kept else tuple(evolve(one, low=ANY[0], high=ANY[1]) for one in figure)
        for number, figure in enumerate(system.figures)
    ]
    return evolve(system, figures=tuple(figures))


def contradicts(system: System) -> bool:
    return any(tree.core is not None for tree in judged(system))


class TestAgainstBruteForce:
    """On small systems the judgement is that of trying all amounts."""

    @given(small_trees())
    def test_a_tree_is_decided_exactly(self, system: System) -> None:
        assert contradicts(system) != possible(system, system.spans())

    @given(small_trees(), st.data())
    def test_what_is_left_to_a_figure_is_what_the_others_leave_it(self, system: System, data: st.DataObject) -> None:
        (tree,) = judged(system)
        number = data.draw(st.sampled_from([one for one in sorted(tree.left) if system.figures[one]]))
        spans = system.spans()
        left = [
            amount
            for amount in range(-16, 17)
            if possible(system, [*spans[:number], (amount, amount), *spans[number + 1 :]])
        ]
        assert met(tree.left[number], (-16, 16)) == ((left[0], left[-1]) if left else None)
        assert not left or left == list(range(left[0], left[-1] + 1))

    @given(small_systems())
    def test_with_circles_nothing_possible_is_called_impossible(self, system: System) -> None:
        assert not contradicts(system) or not possible(system, system.spans())

    @given(small_systems())
    def test_every_equation_is_judged_in_some_group(self, system: System) -> None:
        for part in system.components():
            assert sorted(index for forest in system.forests(part) for index in forest) == sorted(part)


class TestTheContradictingSet:
    """It contradicts itself, no set inside it does, and on a tree no smaller one does."""

    @given(small_trees())
    def test_it_is_the_smallest(self, system: System) -> None:
        (tree,) = judged(system)
        assume(tree.core is not None)
        assert tree.core is not None
        numbers = {figure[0].way: number for number, figure in enumerate(system.figures) if figure}
        core = {numbers[statement.way] for statement, _ in tree.core.statements}
        assert len(core) == len(tree.core.statements)
        assert contradicts(without(system, core))
        for size in range(len(core)):
            for fewer in combinations(range(len(system.figures)), size):
                assert not contradicts(without(system, set(fewer)))

    @given(small_trees())
    def test_any_amount_that_is_needed_restores_it(self, system: System) -> None:
        (tree,) = judged(system)
        assume(tree.core is not None)
        assert tree.core is not None
        numbers = {figure[0].way: number for number, figure in enumerate(system.figures) if figure}
        core = without(system, {numbers[statement.way] for statement, _ in tree.core.statements})
        for at, (statement, _) in enumerate(tree.core.statements):
            low, high = tree.core.needed(at)
            for amount in (low, high):
                figures = list(core.figures)
                figures[numbers[statement.way]] = (evolve(statement, low=amount, high=amount),)
                assert not contradicts(evolve(core, figures=tuple(figures)))


@st.composite
def printed_tables(draw: st.DrawFn) -> tuple[dict[str, Money], Presentation]:
    """Draw a table with two levels, every figure of which was rounded for itself."""
    page = Presentation(draw(st.sampled_from([Unit.WAN, Unit.YUAN, Unit.QIAN])), draw(st.integers(0, 2)))
    parts = [draw(st.lists(st.integers(-(10**8), 10**9), min_size=1, max_size=4)) for _ in range(2)]
    exact = {f"{at}.{place}": part for at, listed in enumerate(parts) for place, part in enumerate(listed)}
    exact |= {str(at): sum(listed) for at, listed in enumerate(parts)}
    exact["total"] = sum(sum(listed) for listed in parts)
    return {name: page.round(Money.yuan(Decimal(fen) / 100)) for name, fen in exact.items()}, page


def table(figures: dict[str, Money], page: Presentation) -> list[tuple[str, Identity]]:
    """Return the equations of a table with two levels."""
    wholes = {"total": ["0", "1"]} | {
        whole: [name for name in figures if name.startswith(f"{whole}.")] for whole in ("0", "1")
    }
    return [
        ("SUM", Identity((whole,), figures[whole], tuple(((part,), figures[part]) for part in parts), page))
        for whole, parts in wholes.items()
    ]


def changed(listed: list[tuple[str, Identity]], way: Way, money: Money) -> list[tuple[str, Identity]]:
    """Return the equations with another figure at one place."""
    return [
        (
            code,
            evolve(
                identity,
                total=money if identity.way == way else identity.total,
                parts=tuple(
                    (part, (-money if part in identity.taken_off else money) if part == way else stated)
                    for part, stated in identity.parts
                ),
            ),
        )
        for code, identity in listed
    ]


def width(identity: Identity) -> Money:
    """Return twice what rounding explains in one equation, and a little more."""
    widest = Money.yuan(1)
    for money in (identity.total, *(part for _, part in identity.parts)):
        step = identity.presentation.step_of(money) if identity.presentation else Money(1, money.unit)
        low, high = bounds(money, step, 12)
        widest += Money.yuan(Decimal(high - low).scaleb(-12)) + step
    return widest * 2


class TestRounding:
    """Figures that were only rounded never contradict each other."""

    @given(printed_tables())
    def test_a_table_that_was_rounded(self, printed: tuple[dict[str, Money], Presentation]) -> None:
        found = reconcile_identities(table(*printed))
        assert found.feasible
        assert found.judged_jointly

    @WHOLE
    @given(reports(max_forms=1))
    def test_a_generated_report(self, report: PerformanceReport) -> None:
        assert reconcile(report).conflicts == ()

    @given(printed_tables(), st.integers(-3, 3))
    def test_one_equation_alone_is_judged_as_by_itself(
        self, printed: tuple[dict[str, Money], Presentation], steps: int
    ) -> None:
        figures, page = printed
        figures["total"] += page.step * steps
        one = table(figures, page)[0]
        verdict = judge(one[1].total, [money for _, money in one[1].parts], page)
        assert reconcile_identities([one]).feasible == (verdict is not Verdict.MISMATCH)


class TestSlips:
    """One slip that rounding does not explain is found, and the figure is among those that contradict each other."""

    @given(printed_tables(), st.data())
    def test_in_a_table(self, printed: tuple[dict[str, Money], Presentation], data: st.DataObject) -> None:
        figures, page = printed
        name = data.draw(st.sampled_from(sorted(figures)))
        stated = figures[name]
        slips = [Money(stated.amount.copy_sign(Decimal(text)), stated.unit) for text in ("1", "-1")]
        slips += [Money(Decimal(text), stated.unit) for _, text in _edits(f"{abs(stated.amount):f}")]
        slips += [Money(stated.amount.scaleb(power), stated.unit) for power in (-4, -1, 1, 4)]
        wrong = data.draw(st.sampled_from(slips))
        listed = table(figures, page)
        assume(all(abs(wrong - stated) > width(identity) for _, identity in listed))
        found = reconcile_identities(changed(listed, (name,), wrong))
        assert any(figure.pointer == pointer((name,)) for one in found.conflicts for figure in one.figures)

    @WHOLE
    @given(reports(max_forms=1), st.data())
    def test_anywhere_in_a_report(self, report: PerformanceReport, data: st.DataObject) -> None:
        listed = list(identities(report))
        assume(listed)
        _, identity = data.draw(st.sampled_from(listed))
        way = data.draw(st.sampled_from([identity.way, *(part for part, _ in identity.parts)]))
        money = identity.total if way == identity.way else dict(identity.parts)[way]
        wrong = (-money if way in identity.taken_off else money) + width(identity)
        # A figure with more decimals than its neighbours would make them less exact.
        assume(exponent_of(wrong.amount) <= exponent_of(money.amount))
        wrong = Money(wrong.to(money.unit), money.unit)
        found = reconcile_identities(changed(listed, way, wrong))
        assert any(figure.pointer == pointer(way) for one in found.conflicts for figure in one.figures)

    @given(printed_tables(), st.data())
    def test_the_order_of_the_equations_makes_no_difference(
        self, printed: tuple[dict[str, Money], Presentation], data: st.DataObject
    ) -> None:
        figures, page = printed
        name = data.draw(st.sampled_from(sorted(figures)))
        figures[name] += page.step * data.draw(st.integers(1, 1000))
        listed = table(figures, page)
        one, other = (reconcile_identities(order) for order in (listed, data.draw(st.permutations(listed))))
        assert one.feasible == other.feasible
        assert [len(found.figures) for found in one.conflicts[:1]] == [
            len(found.figures) for found in other.conflicts[:1]
        ]

    @given(printed_tables(), st.data())
    def test_every_suggestion_that_settles_restores_agreement(
        self, printed: tuple[dict[str, Money], Presentation], data: st.DataObject
    ) -> None:
        figures, page = printed
        name = data.draw(st.sampled_from(sorted(figures)))
        figures[name] += page.step * data.draw(st.integers(-(10**6), 10**6))
        listed = table(figures, page)
        for conflict in reconcile_identities(listed).conflicts:
            for suggestion in conflict.suggestions:
                way = (suggestion.pointer[1:],)
                assert not suggestion.settles or reconcile_identities(changed(listed, way, suggestion.value)).feasible
                assert set(suggestion.kinds) <= set(SlipKind)
