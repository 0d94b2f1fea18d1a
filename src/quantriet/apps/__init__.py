"""The Django apps, one stack: each imports only those below it (the contract stands in `.importlinter`)."""
