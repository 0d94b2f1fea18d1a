"""Which phones were near which: published identifiers, their match with what was heard (tiếp xúc gần qua Bluetooth)."""
