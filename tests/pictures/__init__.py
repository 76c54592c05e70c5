"""Pictures of findings that stand by themselves."""
