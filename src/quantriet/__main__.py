"""`python -m quantriet` is the `quantriet` command."""

from quantriet.project.cli import main

raise SystemExit(main())
