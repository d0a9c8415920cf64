"""`python -m evals.injection`."""

from evals.injection.cli import main

if __name__ == "__main__":
    main()
