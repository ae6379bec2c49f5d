"""How the documentation is built: ``sphinx-build -W -n docs docs/_build/en``."""

import os
import sys
from pathlib import Path

import perfreport

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "_ext"))

project = "perfreport"
author = "The perfreport developers"
copyright = "The perfreport developers, MIT licence"  # noqa: A001 - the name is Sphinx's
version = release = perfreport.__version__
language = os.environ.get("DOCS_LANG", "en")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
    "cjk_search",
    "from_code",
    "docstrings",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist", "colon_fence"]
nitpicky = True
default_role = "code"
copybutton_prompt_text = "$ "
# What is private is named in signatures now and then, and has no page.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(.*\.)?(Annotated|Coded|Command|Extra|ItemsView|K|KeysView|Look|Made|Table|V_co|Validator|ValuesView|Wanted)",
    ),
    ("py:.*", r"perfreport\..*\._.*"),
    ("py:class", r"perfreport\.classification\.Keyed"),
    ("py:.*", r"(st|SearchStrategy|hypothesis)\..*"),
]

python_maximum_signature_line_length = 100
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True}

# Inventories stand beside this file, so that a build asks nothing of the network.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", str(HERE / "_inv" / "python.inv")),
    "cattrs": ("https://catt.rs/en/stable", str(HERE / "_inv" / "cattrs.inv")),
    "babel": ("https://babel.pocoo.org/en/stable", str(HERE / "_inv" / "babel.inv")),
    "hypothesis": ("https://hypothesis.readthedocs.io/en/latest", str(HERE / "_inv" / "hypothesis.inv")),
}

html_theme = "furo"
html_title = f"perfreport {version}"
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {
        "font-stack": "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    },
}
