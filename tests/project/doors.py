"""The table of all URLs × actors × answers. A new URL that is missing here fails the test.

An answer: ok (200, 204, a redirect, or 422 for what was typed), in (to the sign-in), no (403), unseen (404),
bad (405, a door for the other method), conflict (409: allowed, but not in this state).
Actors: nobody (not signed in), an (director), binh (chief of office), dung (clerk), chi (head of the unit that the
door is about), ha (head of another unit), lan (staff of that unit), minh (administrator), giang (another agency).
"""

TABLE = """
# url                           method   nobody    an        binh      dung      chi       ha        lan       minh      giang
today                           GET      in        ok        ok        ok        ok        ok        ok        ok        ok
search                          GET      in        ok        ok        ok        ok        ok        ok        ok        ok
set_language                    POST     ok        ok        ok        ok        ok        ok        ok        ok        ok
service_worker                  GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
offline                         GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
manifest                        GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
health                          GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
account_login                   GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
account_login                   POST     ok        ok        ok        ok        ok        ok        ok        ok        ok
account_logout                  POST     in        ok        ok        ok        ok        ok        ok        ok        ok
account_signup                  GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
account_reauthenticate          GET      in        ok        ok        ok        ok        ok        ok        ok        ok
account_reauthenticate          POST     in        ok        ok        ok        ok        ok        ok        ok        ok
account_change_password         GET      in        ok        ok        ok        ok        ok        ok        ok        ok
account_change_password         POST     in        ok        ok        ok        ok        ok        ok        ok        ok
account_list                    GET      in        no        no        no        no        no        no        ok        no
account_list                    POST     in        no        no        no        no        no        no        ok        no
account_person                  GET      in        no        no        no        no        no        no        ok        no
account_reset                   POST     in        no        no        no        no        no        no        ok        no
account_active                  POST     in        no        no        no        no        no        no        ok        no
account_give_role               POST     in        no        no        no        no        no        no        ok        no
account_end_role                POST     in        no        no        no        no        no        no        ok        no
demo_list                       GET      unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen
demo_sign_in                    POST     unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen
organization:units              GET      in        ok        ok        ok        ok        ok        ok        ok        ok
organization:import             GET      in        no        ok        no        no        no        no        ok        no
organization:import             POST     in        no        ok        no        no        no        no        ok        no
organization:import_confirm     POST     in        no        conflict  no        no        no        no        conflict  no
organization:import_template    GET      in        ok        ok        ok        ok        ok        ok        ok        ok
organization:unit               GET      in        ok        ok        ok        ok        unseen    ok        ok        unseen
organization:unit_open          GET      in        no        ok        no        no        unseen    no        ok        unseen
organization:unit_open          POST     in        no        ok        no        no        unseen    no        ok        unseen
organization:unit_close         POST     in        no        conflict  no        no        unseen    no        conflict  unseen
organization:staff              GET      in        no        ok        no        no        unseen    no        ok        unseen
organization:staff              POST     in        no        ok        no        no        unseen    no        ok        unseen
organization:relieve            POST     in        no        ok        no        no        unseen    no        ok        unseen
organization:delegate           GET      in        no        ok        no        no        unseen    no        ok        unseen
organization:delegate           POST     in        no        ok        no        no        unseen    no        ok        unseen
organization:delegation_end     POST     in        no        ok        no        no        unseen    no        ok        unseen
organization:unit_edit          GET      in        no        ok        no        no        unseen    no        ok        unseen
organization:unit_edit          POST     in        no        ok        no        no        unseen    no        ok        unseen
notices:list                    GET      in        ok        ok        ok        ok        ok        ok        ok        ok
notices:read_all                POST     in        ok        ok        ok        ok        ok        ok        ok        ok
notices:open                    POST     in        unseen    unseen    unseen    ok        unseen    unseen    unseen    unseen
documents:list                  GET      in        ok        ok        ok        ok        ok        ok        ok        ok
documents:receive               GET      in        no        ok        ok        no        no        no        no        no
documents:receive               POST     in        no        ok        ok        no        no        no        no        no
documents:original              GET      in        ok        ok        ok        unseen    unseen    unseen    unseen    unseen
documents:enclosures            GET      in        no        ok        ok        unseen    unseen    unseen    unseen    unseen
documents:enclosures            POST     in        no        ok        ok        unseen    unseen    unseen    unseen    unseen
documents:set_aside             POST     in        no        ok        no        unseen    unseen    unseen    unseen    unseen
documents:take_up               POST     in        no        conflict  no        unseen    unseen    unseen    unseen    unseen
obligations:list                GET      in        ok        ok        ok        ok        ok        ok        ok        ok
obligations:review              GET      in        ok        ok        ok        unseen    unseen    unseen    unseen    unseen
obligations:review              POST     in        no        ok        ok        unseen    unseen    unseen    unseen    unseen
obligations:review_autosave     POST     in        no        ok        ok        unseen    unseen    unseen    unseen    unseen
obligations:units               GET      in        no        ok        no        no        no        no        no        unseen
obligations:units               POST     in        no        ok        no        no        no        no        no        unseen
obligations:close               POST     in        no        ok        no        no        no        no        no        unseen
obligations:assignment          GET      in        ok        ok        unseen    ok        unseen    ok        unseen    unseen
obligations:acknowledge         POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
obligations:occasion            POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
obligations:done                POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
obligations:more_evidence       POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
obligations:accept              POST     in        ok        ok        unseen    unseen    no        unseen    unseen    unseen
obligations:return              POST     in        ok        ok        unseen    unseen    no        unseen    unseen    unseen
obligations:ask_extension       POST     in        no        no        unseen    conflict  unseen    no        unseen    unseen
obligations:answer_extension    POST     in        ok        ok        unseen    no        unseen    no        unseen    unseen
obligations:explain             POST     in        no        no        unseen    conflict  unseen    no        unseen    unseen
obligations:evidence_file       GET      in        ok        ok        unseen    unseen    ok        unseen    unseen    unseen
reports:list                    GET      in        ok        ok        ok        ok        ok        ok        ok        ok
reports:fill                    GET      in        no        no        unseen    ok        unseen    no        unseen    unseen
reports:fill                    POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
reports:nil                     POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
reports:draft                   POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
reports:correct                 GET      in        no        no        unseen    unseen    ok        unseen    unseen    unseen
reports:correct                 POST     in        no        no        unseen    unseen    ok        unseen    unseen    unseen
reports:explain                 POST     in        no        no        unseen    unseen    unseen    unseen    unseen    unseen
reports:submission              GET      in        ok        ok        unseen    unseen    ok        unseen    unseen    unseen
reports:regime                  GET      in        ok        ok        ok        ok        ok        ok        ok        unseen
reports:regime                  POST     in        no        ok        no        no        no        no        no        unseen
reports:ad_hoc                  GET      in        no        no        no        ok        no        no        no        unseen
reports:ad_hoc                  POST     in        no        no        no        ok        no        no        no        unseen
reports:mine                    GET      in        ok        ok        unseen    ok        ok        unseen    unseen    unseen
reports:period                  GET      in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
reports:figure                  GET      in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
reports:approve                 POST     in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
reports:remind                  POST     in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
reports:export_xlsx             GET      in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
reports:export_docx             GET      in        ok        ok        unseen    unseen    unseen    unseen    unseen    unseen
insight:board                   GET      in        ok        ok        no        no        no        no        no        no
insight:document                GET      in        ok        ok        ok        ok        ok        ok        ok        unseen
insight:obligation              GET      in        ok        ok        ok        ok        ok        ok        ok        unseen
api:openapi-json                GET      ok        ok        ok        ok        ok        ok        ok        ok        ok
api:receive                     POST     in        no        ok        ok        no        no        no        no        no
api:read_text                   POST     in        no        ok        ok        no        no        no        no        no
api:my_dues                     GET      in        ok        ok        ok        ok        ok        ok        ok        ok
api:form                        GET      in        ok        ok        unseen    ok        unseen    ok        unseen    unseen
api:submit                      POST     in        no        no        unseen    ok        unseen    no        unseen    unseen
api:list_units                  GET      in        ok        ok        ok        ok        ok        ok        ok        ok
api:resolve                     GET      in        ok        ok        ok        ok        ok        ok        ok        ok
api:list_notices                GET      in        ok        ok        ok        ok        ok        ok        ok        ok
api:mark_read                   POST     in        unseen    unseen    unseen    ok        unseen    unseen    unseen    unseen
api:api-root                    GET      unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen    unseen
"""
