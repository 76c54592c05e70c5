"""Lines: `runs` tells what is joined, `plot` where it lies, `labels` and `ended` name it, `layout` places it."""
