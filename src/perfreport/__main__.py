"""``python -m perfreport``: the command line."""

from perfreport.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
