"""What each kind of chart measures on slides, on pages and in pictures: a further kind is a further module."""
