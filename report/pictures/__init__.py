"""Findings as pictures that stand by themselves: headline, exhibit, annotations, question, base and source.

    Document + ChartBook + PictureFormat ── layout ──> Picture (a Drawing of the whole, and the text beside it)

`layout` places one, `contents` chooses how much of the exhibit and of its notes there is room for, `texts` sets lines,
`caption` words the text that lies beside it. Painters of drawings make the files.
"""
