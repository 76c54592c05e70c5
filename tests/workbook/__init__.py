"""The workbook of tables, read by openpyxl and LibreOffice."""
