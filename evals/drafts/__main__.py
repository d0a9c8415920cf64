"""`python -m evals.drafts`."""

from evals.drafts.cli import main

if __name__ == "__main__":
    main()
