"""Báo cáo: regimes and their periods, submissions, consolidation."""
