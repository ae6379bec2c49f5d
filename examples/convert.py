"""Convert a report from YAML to JSON; keys that the library does not know come along."""

import json
from pathlib import Path

import perfreport

source = Path(__file__).with_name("lusong-2022.yaml")
text = source.read_text(encoding="utf-8") + "来源: 公开网页\n"
report = perfreport.loads(text, "yaml")
tree = json.loads(perfreport.dumps(report, "json"))
print(tree["来源"], tree["budgets"]["general_public"]["expenditure"]["total"]["unspecified"])
