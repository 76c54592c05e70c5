"""The workbook of tables: every question on a sheet of its own, for those who go on reckoning.

    banners (document) ─ layout ─> Workbook: sheets of placed cells ─ writer ─> .xlsx

`contents` and `question` place the cells of their sheets, `measures` says how wide and high these are; all decisions
are in the sheets, which `writer` transcribes by XlsxWriter.
"""
