"""
Points and grades by named rules: policies and grade schemes as values, and the functions that follow them.

Nothing here is an official result. A score says how it came about and what it could not decide; the score that a
department gave itself stays beside it, untouched.
"""

from perfreport.scoring._grades import (
    DEPLOYED_80_70_60,
    NATIONAL,
    SCHEMES,
    SHANGHAI,
    GradeScheme,
    grade,
    graded_differently,
)
from perfreport.scoring._points import execution_score, score
from perfreport.scoring._policy import (
    DEPLOYED,
    MOF_2020,
    MOF_2021,
    POLICIES,
    NoRatio,
    OverAchievement,
    ScoringPolicy,
)
from perfreport.scoring._results import Flag, Score, Total, Why, total_score

__all__ = [
    "DEPLOYED",
    "DEPLOYED_80_70_60",
    "MOF_2020",
    "MOF_2021",
    "NATIONAL",
    "POLICIES",
    "SCHEMES",
    "SHANGHAI",
    "Flag",
    "GradeScheme",
    "NoRatio",
    "OverAchievement",
    "Score",
    "ScoringPolicy",
    "Total",
    "Why",
    "execution_score",
    "grade",
    "graded_differently",
    "score",
    "total_score",
]
