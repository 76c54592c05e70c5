"""One large number and what stands beside it."""
