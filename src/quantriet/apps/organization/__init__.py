"""Tổ chức: units in a dated tree, posts, people, who holds which post, delegations."""
