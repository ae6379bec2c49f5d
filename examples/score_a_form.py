"""Score a self-evaluation form by the national rule, and set the stated scores beside what the figures earn."""

from pathlib import Path

import perfreport
from perfreport import ProjectSelfEvaluation
from perfreport.scoring import MOF_2020, NATIONAL, execution_score, grade, score, total_score

form = perfreport.load(Path(__file__).with_name("training-project-2022.yaml"), ProjectSelfEvaluation)

scores = [score(indicator, MOF_2020) for _, indicator in form.indicators.each()]
for (_, indicator), points in zip(form.indicators.each(), scores, strict=True):
    earned = points.points if points.points is not None else f"{points.least} to {points.most}"
    print(f"{indicator.name}: states {points.stated}, earns {earned} ({points.why})")

execution = execution_score(form.funding.total.rate(), form.funding.weight, MOF_2020)
total = total_score([execution, *scores])
print(f"execution {execution.points}, in all {total.least} to {total.most}, states {form.result.score}")
print(f"graded {grade(form.result.score, NATIONAL)}, states {form.result.grade}")
