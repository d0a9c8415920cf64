"""`python -m evals.checker`."""

from evals.checker.cli import main

if __name__ == "__main__":
    main()
