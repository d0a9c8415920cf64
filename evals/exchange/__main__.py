"""`python -m evals.exchange`."""

from evals.exchange.cli import main

if __name__ == "__main__":
    main()
