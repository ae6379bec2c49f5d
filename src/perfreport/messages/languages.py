"""What a language is: all that the library says in it, as one value."""

from collections.abc import Callable
from typing import TypeAlias, final

from attrs import field, frozen

from perfreport.frozenmap import FrozenMap

__all__ = ["Language", "Reader"]


@final
@frozen(kw_only=True)
class Language:
    """
    A language in which the library speaks; a catalogue is one of these.

    What it lacks is said in English, or in Chinese if its readers read that.
    """

    #: The locale by which Babel writes its numbers and lists: zh_Hans_CN.
    locale: str
    #: Its name for programs (BCP 47): zh-CN.
    tag: str
    #: What the library says of its own, by key, with facts in braces: sentences, labels, marks. What depends on a
    #: ``number`` has a key for each plural form of CLDR: ``counted-error.one``, ``counted-error.other``.
    words: FrozenMap[str, str]
    #: What it says for the texts that stand beside rules, fields and words of lists, by the English one.
    texts: FrozenMap[str, str] = field(factory=FrozenMap, repr=False)
    #: Whether its readers read the Chinese of these texts rather than the English, where `texts` has none.
    reads_chinese: bool = False
    #: Whether figures stand as Chinese pages print them: 38.26万元, 不低于95%; others have whole 元 and words.
    as_printed: bool = False
    #: How a source of a rule is cited: ``预算法 art. 13``.
    cite: Callable[[str], str] = str

    def pick(self, zh: str, en: str) -> str:
        """Return what is said for a text that is *zh* in Chinese, '' if it has none, and *en* in English."""
        own = self.texts.get(en)
        if own is not None:
            return own
        return zh if zh and self.reads_chinese else en


#: For whom something is said: the name of a locale, in any spelling that Babel reads, or a language itself.
Reader: TypeAlias = str | Language
