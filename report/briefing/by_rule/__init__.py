"""What a story without an author tells, and in which words: findings, the strongest first, with claims that hold.

ranking ── of one question ──┐
waves                        │
groups                       ├── drafts of findings ── default_story chooses, orders and composes
batteries ── of several ─────┘

A draft is worded as an author would: numbers are named, never written, and what is said of them stands as its claim.
"""
