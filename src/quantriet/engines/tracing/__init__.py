"""Who met whom, since when, by which chain (truy vết người tiếp xúc)."""
