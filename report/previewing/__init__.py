"""What is placed, seen in the browser while it is written: one page on this machine, anew whenever a file is saved.

session         watches, builds anew, tells the page and the command line
rounds          read, tell, lay out, the language on the page first; a fault leaves the last good state
slide_painter   a placed slide as SVG: native text, so that it can be chosen, read aloud and clicked
native_charts   a chart that programs lay out, as LibreOffice does
grounds         what a slide stands on: its ground, and what its layout shows by itself
template_shapes what a company's layouts show, as far as it is plain
places          where the texts of a slide are written, and the cells of their numbers
fault_places    on which slide, page and pictures a fault stands
pages           pages of the PDF as pictures, made when somebody looks at them
shown           what the page is told, as JSON, every part under the digest of its content
server          gives the page and these parts to whoever knows the address, and to nobody else
"""
