"""A structured document → the decree's layout (DOCX): values in, bytes out."""
