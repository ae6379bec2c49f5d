"""Read a document that is no report, and print every reason with its place."""

import perfreport
from perfreport.errors import InvalidDocument

DOCUMENT = """
schema: 2
year: 二〇二二
department: {name: 某局}
budgets:
  general_public:
    revenue: {executed: 40.44}
    expenditure:
      total: {executed: 1万人次}
  government_fund: 无
"""

try:
    perfreport.loads(DOCUMENT, "yaml")
except InvalidDocument as error:
    for problem in error.problems:
        print(problem)
