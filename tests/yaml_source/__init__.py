"""Reading YAML: what the author's file says, where, and what is wrong with it."""
