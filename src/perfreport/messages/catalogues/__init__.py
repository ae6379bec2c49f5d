"""What the library says in other languages than English, one file for each."""
