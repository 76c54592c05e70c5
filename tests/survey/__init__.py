"""Reading survey.yaml."""
