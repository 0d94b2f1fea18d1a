"""Đồng hồ: what must happen at which instant, each thing exactly once, also after a stand-still."""
