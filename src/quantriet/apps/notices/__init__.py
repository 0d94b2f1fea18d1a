"""Thông báo trong hệ thống: messages to people, sent exactly once, with receipts."""
