"""How the tests run: three Hypothesis profiles, chosen by the environment variable HYPOTHESIS_PROFILE."""

import os
import sys
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

from perfreport.testing._register import register

#: Modules that tests share hold none themselves.
collect_ignore = ["cases"]

if sys.dont_write_bytecode and "PYTEST_XDIST_WORKER" not in os.environ:
    # Where nothing may be written beside the sources, the processes that the tests start would compile them each anew.
    _COMPILED = TemporaryDirectory(prefix="perfreport-compiled-")
    os.environ["PYTHONPYCACHEPREFIX"] = _COMPILED.name
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The entry point does this wherever the distribution is installed; a checkout that is only on the path has none.
register()

# A report is a large draw, and a busy machine a slow one; neither says anything about the law.
_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", deadline=None, suppress_health_check=_PATIENT)
settings.register_profile("ci", deadline=None, suppress_health_check=_PATIENT, derandomize=True, max_examples=100)
settings.register_profile("nightly", deadline=None, suppress_health_check=_PATIENT, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
