"""
What indicators and narratives measure: quantities, rates that keep what they divide, targets and actual values.

A `Quantity` is one number with its unit. A `Target` is whatever stands in the cell of an indicator, read as far as it
can be read without guessing.
"""

from perfreport.quantity.amounts import Quantity
from perfreport.quantity.comparisons import Operator
from perfreport.quantity.measures import Deadline, Direction, MeasureKind
from perfreport.quantity.rates import Rate
from perfreport.quantity.targets import Actual, Target

__all__ = ["Actual", "Deadline", "Direction", "MeasureKind", "Operator", "Quantity", "Rate", "Target"]
