"""Nhập đơn vị và con người từ một tệp Excel: read, check, apply; all of it or nothing."""
