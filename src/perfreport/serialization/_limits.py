"""How large and how deep a document may be; whatever is read or written keeps within these."""

__all__ = ["MAX_BYTES", "MAX_COUNTED", "MAX_DEPTH", "MAX_KEY", "MAX_NODES", "MAX_NUMBER", "MAX_PROBLEMS", "MAX_WAY"]

#: A report with 40 projects and 200 indicators takes 70 KB.
MAX_BYTES = 8 * 2**20
MAX_DEPTH = 64
MAX_NODES = 500_000
#: Keys are names; a document of long ones, or of long ways through many of them, would make its every problem long.
MAX_KEY = 100
MAX_WAY = 1_000
#: The longest number that is read, in characters with its sign, point and exponent; longer ones are text.
MAX_NUMBER = 40
#: How many problems of a document are kept with their places; the rest is counted.
MAX_PROBLEMS = 100
#: How many problems of one list are counted; what stands behind them is not read, and the error says so.
MAX_COUNTED = 10_000
