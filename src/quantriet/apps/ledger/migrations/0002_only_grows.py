"""The database itself refuses to change or remove an act."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER ledger_act_no_{verb} BEFORE {verb} ON ledger_act
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END
"""
_POSTGRES_FUNCTION = """
CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$
"""
_POSTGRES = """
CREATE TRIGGER ledger_act_no_{verb} BEFORE {verb} ON ledger_act
FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()
"""


def guard(apps, schema_editor):
    statements = [_SQLITE] if schema_editor.connection.vendor == "sqlite" else [_POSTGRES]
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRES_FUNCTION)
    for statement in statements:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(statement.format(verb=verb))


def release(apps, schema_editor):
    on = " ON ledger_act" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in ("UPDATE", "DELETE"):
        schema_editor.execute(f"DROP TRIGGER ledger_act_no_{verb}{on}")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION ledger_only_grows()")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(guard, release)]
