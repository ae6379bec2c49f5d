"""The house stands: imports point down, values are closed, and importing the library is light."""

import ast
import importlib
import inspect
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType

import attrs
import pytest

import perfreport
from perfreport import errors
from perfreport.findings import Finding, Problem, ProblemKind, Severity, because
from perfreport.serialization._refusals import no

SOURCE = Path(perfreport.__file__).parent

#: The floor of every room; a room imports only from lower floors, and what it likes inside itself.
FLOORS = {
    "frozenmap": 0,
    "names": 0,
    "places": 0,
    "classification": 0,
    "findings": 1,
    "errors": 2,
    "_checks": 3,
    "numerals": 3,
    "codes.books": 4,
    "codes.identifiers": 4,
    "codes": 5,
    "money": 4,
    "quantity": 5,
    "notation": 5,
    "model": 6,
    "vocabulary": 7,
    "reconciliation.equations": 7,
    "consolidation.sums": 7,
    "scoring": 7,
    "consolidation": 8,
    "reconciliation": 8,
    "rules": 9,
    "serialization": 9,
    "rules.plugins": 10,
    "layouts": 10,
    "messages": 11,
    "messages.sarif": 12,
    "documents": 12,
    "testing": 12,
    "cli": 13,
}
#: The packages that a room may import besides attrs and the standard library.
FOREIGN = {
    "codes.identifiers": {"stdnum"},
    "serialization": {"cattrs", "yaml"},
    "messages": {"babel"},
    "testing": {"hypothesis"},
    "cli": {"click", "rich"},
}
#: Rooms that may touch files and the system.
EDGES = {"serialization", "cli"}
#: Modules of the standard library that know of files, clocks, networks, locales or chance.
OUTSIDE = {
    "asyncio", "datetime.datetime", "glob", "http", "io", "locale", "logging", "os", "pathlib", "random",
    "shutil", "socket", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
#: Values that read well without keywords.
LEAVES = {
    "Actual", "Attached", "Case", "Cell", "Cells", "Computed", "CreditCode", "Deadline", "Each", "Finding",
    "FiscalRegionCode", "Grid", "Heading", "Identity", "Interval", "IsA", "Items", "Line", "Lines", "Listing",
    "Money", "Note", "Numeral", "OneOf", "OrNone", "Paragraph", "Part", "Passages", "Place", "Presentation",
    "Problem", "ProjectCode", "Quantity", "Rate", "Reason", "RegionCode", "Relation", "Said", "Section", "Seen",
    "Share", "Slot", "Step", "Summary", "SupervisionIndex", "Table", "Target", "Term", "Tree", "UnitCode", "Within",
    "_Cell", "_Column", "_NilOr", "_Spot",
}  # fmt: skip
#: What only those load who ask for it.
HEAVY = {"babel", "cattrs", "click", "hypothesis", "rich", "stdnum", "yaml"}


def _names() -> list[str]:
    """Return the dotted names of all modules of the library."""
    return sorted(
        ".".join(("perfreport", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        for path in SOURCE.rglob("*.py")
    )


NAMES = _names()
PACKAGES = {info.name for info in pkgutil.walk_packages([str(SOURCE)], "perfreport.") if info.ispkg} | {"perfreport"}


def _room(name: str) -> str:
    """Return the room of a module; a package inside a package is a room of its own if it has a floor."""
    parts = name.split(".")
    inner = ".".join(parts[1:3])
    return inner if inner in FLOORS else parts[1] if len(parts) > 1 else ""


@cache
def _tree(name: str) -> ast.Module:
    parts = name.split(".")[1:]
    path = SOURCE.joinpath(*parts, "__init__.py") if name in PACKAGES else SOURCE.joinpath(*parts).with_suffix(".py")
    return ast.parse(path.read_text("utf-8"))


def _is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node that runs: what stands under ``if TYPE_CHECKING:`` does not."""
    for node in ast.iter_child_nodes(tree):
        if _is_for_types_only(node):
            assert isinstance(node, ast.If)
            for other in node.orelse:
                yield other
                yield from _nodes(other)
        else:
            yield node
            yield from _nodes(node)


@cache
def _imported(name: str) -> set[str]:
    """Return the dotted names that a module imports when it runs, inside functions too."""
    found: set[str] = set()
    for node in _nodes(_tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively; write the whole name"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@cache
def _ours(name: str) -> set[str]:
    """Return the modules of the library that a module imports."""
    found = set()
    for imported in _imported(name):
        if imported.split(".")[0] == "perfreport":
            found.add(imported if imported in NAMES else imported.rpartition(".")[0])
    return found - {name}


@cache
def _calls(name: str) -> set[str]:
    """Return what a module calls: ``float`` for a name, ``.now`` for a method."""
    called = [node.func for node in _nodes(_tree(name)) if isinstance(node, ast.Call)]
    names = {function.id for function in called if isinstance(function, ast.Name)}
    return names | {f".{function.attr}" for function in called if isinstance(function, ast.Attribute)}


def _callers(*called: str) -> set[str]:
    """Return the modules that call any of *called*."""
    return {name for name in NAMES if not {*called}.isdisjoint(_calls(name))}


def _classes(name: str) -> list[type]:
    module = importlib.import_module(name)
    return [held for held in vars(module).values() if isinstance(held, type) and held.__module__ == name]


CLASSES = [kind for name in NAMES for kind in _classes(name)]
VALUES = [kind for kind in CLASSES if attrs.has(kind) and not issubclass(kind, BaseException)]
EXCEPTIONS = [kind for kind in CLASSES if issubclass(kind, BaseException)]
#: What stands in a room; the surface and ``python -m perfreport`` stand in none.
INSIDE = [name for name in NAMES if _room(name) in FLOORS]
PUBLIC = [name for name in NAMES if not any(part.startswith("_") for part in name.split("."))]


class TestImports:
    """A room imports only from lower floors."""

    def test_every_room_has_a_floor_and_every_floor_a_room(self) -> None:
        assert {_room(name) for name in NAMES} - {"", "__main__"} == set(FLOORS)

    def test_imports_point_down(self) -> None:
        assert [
            (name, imported)
            for name in INSIDE
            for imported in sorted(_ours(name))
            if _room(imported) not in ("", _room(name)) and FLOORS[_room(imported)] >= FLOORS[_room(name)]
        ] == []

    def test_no_room_imports_the_public_surface(self) -> None:
        # The surface imports the rooms; only what people run may use it.
        assert [name for name in INSIDE if "perfreport" in _ours(name) and _room(name) != "cli"] == []

    def test_no_files_import_each_other_in_a_circle(self) -> None:
        # The surface names all rooms, and what is in a room names the surface in the command line only.
        left = {name: _ours(name) - {"perfreport"} for name in INSIDE}
        while free := {name for name, needed in left.items() if not needed & left.keys()}:
            left = {name: needed for name, needed in left.items() if name not in free}
        assert sorted(left) == []

    def test_other_peoples_packages_stay_in_their_rooms(self) -> None:
        ours = sys.stdlib_module_names | {"perfreport", "attrs"}
        foreign = {(name, imported.split(".")[0]) for name in NAMES for imported in _imported(name)}
        assert [
            (name, package)
            for name, package in sorted(foreign)
            if package not in ours and package not in FOREIGN.get(_room(name), set())
        ] == []


class TestEdges:
    """Bytes, text and people are at the edges; the rooms below know none of them."""

    def test_no_file_clock_or_system_below_the_edges(self) -> None:
        below = [name for name in NAMES if _room(name) not in EDGES]
        assert [
            (name, imported)
            for name in below
            for imported in sorted(_imported(name))
            if imported in OUTSIDE or imported.split(".")[0] in OUTSIDE
        ] == []
        assert _callers("open", "print", "input", "breakpoint") <= {*NAMES} - {*below}

    def test_only_the_room_of_plugins_knows_what_is_installed(self) -> None:
        asking = [name for name in NAMES if any(part.startswith("importlib.metadata") for part in _imported(name))]
        assert asking == ["perfreport.rules.plugins"]

    def test_no_clock_below_the_command_line(self) -> None:
        callers = _callers(".now", ".today", ".utcnow", ".localtime", ".setlocale")
        assert [name for name in sorted(callers) if _room(name) != "cli"] == []

    def test_no_amount_becomes_a_float(self) -> None:
        # Numbers of unknown keys are kept as the format holds them.
        callers = _callers("float")
        assert [name for name in sorted(callers) if not name.endswith(("._json", "._yaml"))] == []


def _is_refused(blank: object, name: str) -> bool:
    """Tell whether a field of a value cannot be set."""
    try:
        setattr(blank, name, None)
    except attrs.exceptions.FrozenInstanceError:
        return True
    return False


class TestValues:
    """A value is valid once it exists, and never changes."""

    def test_a_value_is_final_and_has_slots(self) -> None:
        assert [kind for kind in VALUES if not getattr(kind, "__final__", False)] == []
        assert [kind for kind in VALUES if hasattr(object.__new__(kind), "__dict__")] == []

    def test_no_field_of_a_value_can_be_set(self) -> None:
        assert VALUES
        assert [
            (kind, attribute.name)
            for kind in VALUES
            for attribute in attrs.fields(kind)
            if not _is_refused(object.__new__(kind), attribute.name)
        ] == []

    def test_only_leaves_are_built_without_keywords(self) -> None:
        positional = {
            kind.__name__ for kind in VALUES if not all(field.kw_only for field in attrs.fields(kind) if field.init)
        }
        assert positional == LEAVES


#: One of every exception; the test below fails when one is forgotten.
RAISED: list[BaseException] = [
    errors.PerfReportError("words"),
    errors.InvalidNumber("'x'", because("reason")),
    errors.InvalidMoney("'x'", because("reason")),
    errors.InvalidQuantity("'x'", because("reason")),
    errors.InvalidCode("'x'", because("expected")),
    errors.InvalidValue("Goal", "text", because("reason")),
    errors.LoadError("words"),
    errors.UnreadableFile("a.json", because("reason")),
    errors.UnsupportedSchema("2", (1,), "a.json"),
    errors.InvalidDocument((Problem("/year", ProblemKind.MISSING, because("missing")),), "a.json"),
    errors.Noncompliant((Finding("SUM001", Severity.ERROR, "/budgets"),)),
    errors.MissingExtra("yaml", because("reading YAML")),
    errors.UnknownRule((("SUM01", ("SUM001", "SUM")),)),
    errors.InvalidPlugin("ours of our-rules", because("reason")),
    no(ProblemKind.VALUE, "not {given}", 1),
]
ONE_OF_EACH = pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)


@contextmanager
def _passing_through() -> Iterator[None]:
    yield


class TestExceptions:
    """Python writes to exceptions while it raises them, so they are not frozen."""

    def test_none_is_forgotten(self) -> None:
        # What the command line raises to its own framework is none of the library's errors.
        assert {kind for kind in EXCEPTIONS if _room(kind.__module__) != "cli"} == {type(error) for error in RAISED}

    @ONE_OF_EACH
    def test_it_pickles(self, error: BaseException) -> None:
        back = pickle.loads(pickle.dumps(error))  # noqa: S301 - bytes of our own
        assert type(back) is type(error)
        assert (str(back), back.args) == (str(error), error.args)
        for attribute in getattr(error, "__attrs_attrs__", ()):
            assert getattr(back, attribute.name) == getattr(error, attribute.name)

    @ONE_OF_EACH
    def test_it_can_be_raised_through_a_context_manager_and_noted(self, error: BaseException) -> None:
        error.add_note("seen on the way")
        with pytest.raises(type(error)) as caught, _passing_through():
            raise error from ValueError("a cause")
        assert caught.value is error
        assert caught.value.__cause__ is not None

    @ONE_OF_EACH
    def test_it_can_be_a_key_of_a_dict(self, error: BaseException) -> None:
        assert {error: 1}[error] == 1


def _loaded_by(code: str) -> set[str]:
    """Return the top-level packages that a fresh interpreter has loaded after *code*."""
    told = f"{code}\nimport sys; print(*(name.split('.')[0] for name in sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(SOURCE.parent)}
    done = subprocess.run([sys.executable, "-c", told], env=environment, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


class TestSurface:
    """What stands at the root is there, and costs nothing until it is used."""

    def test_importing_the_library_loads_nothing_heavy(self) -> None:
        assert HEAVY.isdisjoint(_loaded_by("import perfreport"))

    def test_reading_and_checking_load_neither_babel_nor_yaml(self) -> None:
        text = '{"schema": 2, "year": 2022, "department": {"name": "甲"}}'
        loaded = _loaded_by(f"import perfreport; perfreport.check(perfreport.loads({text!r}, 'json'))")
        assert HEAVY & loaded == {"cattrs"}

    def test_every_name_resolves(self) -> None:
        rooms = {
            name: importlib.import_module(f"perfreport.{perfreport._ROOM_OF[name]}") for name in perfreport.__all__
        }
        assert [name for name, room in rooms.items() if getattr(perfreport, name) is not getattr(room, name)] == []

    def test_dir_shows_the_surface_alone(self) -> None:
        assert sorted(dir(perfreport)) == sorted([*perfreport.__all__, "__version__"])

    def test_a_name_that_is_not_there_is_named(self) -> None:
        with pytest.raises(AttributeError, match=r"perfreport.*'Report'"):
            getattr(perfreport, "Report")  # noqa: B009 - a type checker would refuse the plain spelling
        with pytest.raises(ImportError):
            exec("from perfreport import Report")  # noqa: S102 - as above

    def test_type_checkers_and_python_see_the_same_names(self) -> None:
        tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
        (block,) = [node for node in tree.body if _is_for_types_only(node)]
        assert isinstance(block, ast.If)
        seen = {
            alias.name: str(node.module).removeprefix("perfreport.")
            for node in block.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        assert seen == perfreport._ROOM_OF
        assert sorted(seen) == sorted(perfreport.__all__)


def _first_sentence_ends(held: object) -> bool:
    """Tell whether the docstring of a thing starts with a paragraph that ends with a full stop."""
    written = inspect.cleandoc(getattr(held, "__doc__", None) or "")
    return written.split("\n\n")[0].endswith((".", "。"))


def _members(kind: type) -> Iterator[tuple[str, object]]:
    """Yield the public functions and properties that a class itself defines."""
    for name, held in vars(kind).items():
        if not name.startswith("_"):
            plain = held.__func__ if isinstance(held, classmethod | staticmethod) else held
            if isinstance(plain, FunctionType | property):
                yield name, plain


class TestDocumentation:
    """Every public thing says what it is."""

    def test_a_public_module_lists_what_it_offers(self) -> None:
        modules = [importlib.import_module(name) for name in PUBLIC]
        assert [module.__name__ for module in modules if not module.__all__] == []
        assert [
            (module.__name__, listed) for module in modules for listed in module.__all__ if not hasattr(module, listed)
        ] == []

    def test_every_module_says_what_it_is(self) -> None:
        assert [name for name in NAMES if not _first_sentence_ends(importlib.import_module(name))] == []

    def test_every_public_function_and_class_says_what_it_is(self) -> None:
        silent = []
        for name in PUBLIC:
            module: ModuleType = importlib.import_module(name)
            for listed in module.__all__:
                held = getattr(module, listed)
                if isinstance(held, type) or inspect.isroutine(held) or hasattr(held, "__wrapped__"):
                    silent += [] if _first_sentence_ends(held) else [f"{name}.{listed}"]
                if isinstance(held, type):
                    silent += [f"{listed}.{member}" for member, it in _members(held) if not _first_sentence_ends(it)]
        assert silent == []

    def test_every_public_room_has_a_page(self) -> None:
        pages = "".join(page.read_text("utf-8") for page in (SOURCE.parents[1] / "docs" / "reference").glob("*.md"))
        rooms = {name.split(".")[1] for name in NAMES if "." in name}
        # The command line has a page of its own.
        public = {room for room in rooms if not room.startswith("_")} - {"cli"}
        assert {room for room in public if f"automodule:: perfreport.{room}\n" not in pages} == set()


#: What Decimals do in the context of the caller, unless a context of ours does it.
IN_CONTEXT = {
    "fma", "logb", "next_minus", "next_plus", "next_toward", "normalize", "quantize", "remainder_near", "scaleb",
    "sqrt", "to_integral", "to_integral_exact", "to_integral_value",
}  # fmt: skip


def _computes_around(node: ast.AST) -> bool:
    """Tell whether an expression computes in the decimal context of the caller, where the source alone tells."""
    match node:
        case ast.Call():
            return _calls_around(node)
        case ast.BinOp(left=left, right=right):
            return _is_decimal(left) or _is_decimal(right)
        case ast.UnaryOp(operand=operand, op=ast.USub() | ast.UAdd()):
            return _is_decimal(operand)
        case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec))])):
            return re.search(r"\.[0-9]+[eEfFgG%]?$", spec) is not None
    return False


def _calls_around(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=held, attr=called):
            # EXACT.scaleb(...) and the like: a context that the module holds as a constant.
            return called in IN_CONTEXT and not (isinstance(held, ast.Name) and held.id.isupper())
        case ast.Name(id="sum"):
            return any(_is_decimal(held) for held in (*call.args, *(keyword.value for keyword in call.keywords)))
        case ast.Name(id="localcontext"):
            return not call.args
        case ast.Name(id=called):
            return called in {"getcontext", "setcontext"}
    return False


def _is_decimal(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Decimal"


class TestArithmetic:
    """Nothing is computed in the decimal context of the caller; tests/laws/test_context_laws.py proves the rest."""

    @pytest.mark.parametrize("name", NAMES)
    def test_decimals_are_computed_in_contexts_of_the_library(self, name: str) -> None:
        assert [ast.unparse(node) for node in _nodes(_tree(name)) if _computes_around(node)] == []
