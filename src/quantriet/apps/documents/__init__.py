"""Văn bản: receiving, the reading and its review, adoption; clauses and citations of the adopted text."""
