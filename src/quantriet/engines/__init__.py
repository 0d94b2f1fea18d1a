"""Pure engines: values in, values out; no Django, files, network or clock of their own.

Each engine imports only `kernel`, never another engine, so that any of them can be used alone.
"""
