"""Every kind of chart in every place, to be looked at: `make gallery`.

briefing/    an invented survey with all that is hard for charts, and findings of every kind
leaves       which slide, page or picture shows which finding, half of them German, half English
binding      leaves bound into one PDF, a line above each that says what it is
sheet        the slides at a glance, as one picture
headlines    headlines of stories without an author, to be read aloud
"""
