r"""Bars whose answers lie across: rows (`placing`), parts (`paints`, `parts`), the names above (`heads`).

               oft     manchmal   selten  nie, aber      `heads`: names on their parts, or led to them
                                     \\    offen dafür
Freund fragen  ▇ 15 ▇|▇▇▇▇ 42 ▇▇▇▇|░░ 23 ░░|░ 12 ░|  |   `parts`: a number in each part that holds it
n = 310
"""
