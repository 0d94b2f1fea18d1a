"""The shell: base templates, components, Today, search, error pages, static files."""
