"""Wrong and hostile input of every kind: what is told of it, where, and that nothing else happens."""
