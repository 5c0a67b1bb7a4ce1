"""The real programs, driven from outside: for the demo, the end-to-end tests and the bench."""
