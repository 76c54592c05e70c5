"""The row toolkit: where labels stand (`labels`), how far rows are apart (`spacing`), and both together (`placing`).

`bar_numbers` places the number of a bar, clear of the tick that the bar is held against (`ticks`).
"""
