"""What is said, once, in reading order, in one language: a tree that deck and summary place, each in its own way.

    Briefing + charts ── build ──> Document ── deck, summary ──> placed slides and pages

One module a section; `model` has the nodes. Every text is prose whose runs say where they come from; what is known only
on slide or page (its number, how many parts a table takes) is a late run. A node that only one of the two outputs shows
says so.
"""
