"""The row toolkit: where labels stand (`labels`), how far rows are apart (`spacing`), and both together (`placing`)."""
