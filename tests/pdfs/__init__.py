"""What is read of PDFs that anybody may have made."""
