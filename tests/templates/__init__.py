"""Templates as brand teams and other programs make them, for whatever reads or fills one.

brand           what a template is made of, as values
shapes          the XML of the shapes on masters, layouts and slides
layouts         layouts that most templates have
pictures        logos and photographs, drawn here
package         a template written as an Office file, and parts of one changed
corporate       templates that are well made, each with the habits of its house
exported        templates of other programs, and of other languages
odd             templates with holes, old sediment and faults
refused         files that are no template to be used
fixtures        all of them by name
impress         those that LibreOffice Impress brings, converted by it
samples         a slide on each layout, to look at a template
rendered        the words of a drawn deck that stand outside every shape
"""
