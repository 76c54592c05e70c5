"""Reads presentations that anybody may have made, finished decks and templates alike; it knows none of who read them.

opening        the untrusted file: bounded, without entities, refused with its reason where it is no presentation
package        its parts, as they lie in the zip, and what points to what
deck           its slides in the order of the show, and which parts belong to which
shapes         what stands on a slide, and what names, texts and placeholders say
inheritance    what a slide takes from its layout and master
places         where shapes lie
fingerprinting, fingerprints   what people see of a deck, in few numbers, as it is and as it was built
colours, fills, grounds, styles   the colours there are, what lies under a text, and how that is set
"""
