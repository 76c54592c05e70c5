"""Painters transcribe a Drawing: they measure nothing, wrap nothing and know no theme."""
