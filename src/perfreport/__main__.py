"""``python -m perfreport``: the command line."""

from perfreport.cli import main

if __name__ == "__main__":
    main()
