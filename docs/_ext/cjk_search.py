"""
Search that finds Chinese words: runs of Chinese characters are indexed, and queried, as overlapping pairs.

Sphinx segments Chinese on the side of the index only, so most queries find nothing. Pairs need no dictionary, and the
same cut is made on both sides.
"""

import re

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

__all__ = ["ChinesePairs", "setup"]

_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[A-Za-z0-9_]+")

_SPLITTER = r"""
function splitQuery(query) {
  const words = [];
  for (const [run] of query.matchAll(/[\u3400-\u9fff\uf900-\ufaff]+|[A-Za-z0-9_]+/g)) {
    if (run.charCodeAt(0) < 0x3400 || run.length <= 2) { words.push(run); continue; }
    for (let at = 0; at + 2 <= run.length; at++) words.push(run.slice(at, at + 2));
  }
  return words;
}
"""


class ChinesePairs(SearchLanguage):
    """Words of Latin letters as they are, Chinese in overlapping pairs."""

    lang = "zh"
    language_name = "Chinese pairs"
    js_stemmer_rawcode = None
    js_stemmer_code = "var Stemmer = function () { this.stemWord = function (word) { return word; }; };"
    js_splitter_code = _SPLITTER

    def split(self, input: str) -> list[str]:  # noqa: A002 - the name is Sphinx's
        """Return the words of a text."""
        words = []
        for found in _RUN.finditer(input):
            run = found.group()
            pairs = [run[at : at + 2] for at in range(len(run) - 1)]
            words += [run] if run[0] < "\u3400" or not pairs else pairs
        return words

    def stem(self, word: str) -> str:
        """Return the form under which a word is indexed."""
        return word.lower()

    def word_filter(self, word: str) -> bool:
        """Tell whether a word is indexed at all."""
        return bool(word)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the language, for pages in Chinese and for Chinese words in English pages."""
    app.add_search_language(ChinesePairs)
    app.connect("config-inited", lambda _, config: setattr(config, "html_search_language", "zh"))
    return {"parallel_read_safe": True}
