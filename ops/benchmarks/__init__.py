"""Measurements: the server beside the same SQL through pgbench, in one interleaved run."""
