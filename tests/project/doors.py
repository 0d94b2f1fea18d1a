"""The table of all URLs × actors × answers. A new URL that is missing here fails the test.

An answer: ok (200, 204, a redirect, or 422 for what was typed), in (to the sign-in), no (403), unseen (404),
bad (405, a door for the other method), conflict (409: allowed, but not in this state).
Actors: nobody (not signed in), an (director), binh (chief of office), dung (clerk), chi (head of the unit that the
door is about), ha (head of another unit), lan (staff of that unit), minh (administrator), giang (another agency).
"""

TABLE = """
# url                           method       nobody  an        binh      dung      chi       ha        lan       minh      giang
today                           GET          in      ok        ok        ok        ok        ok        ok        ok        ok
search                          GET          in      ok        ok        ok        ok        ok        ok        ok        ok
service_worker                  GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
offline                         GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
manifest                        GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
health                          GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
account_login                   GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
account_logout                  POST         ok      ok        ok        ok        ok        ok        ok        ok        ok
account_signup                  GET          ok      ok        ok        ok        ok        ok        ok        ok        ok
account_reauthenticate          GET          in      ok        ok        ok        ok        ok        ok        ok        ok
account_change_password         GET          in      ok        ok        ok        ok        ok        ok        ok        ok
obligations:list                GET          in      ok        ok        ok        ok        ok        ok        ok        ok
obligations:assignment          GET          in      ok        ok        unseen    ok        unseen    ok        unseen    unseen
obligations:acknowledge         POST         in      no        no        unseen    ok        unseen    no        unseen    unseen
obligations:occasion            POST         in      no        no        unseen    ok        unseen    no        unseen    unseen
obligations:done                POST         in      no        no        unseen    ok        unseen    no        unseen    unseen
obligations:more_evidence       POST         in      no        no        unseen    ok        unseen    no        unseen    unseen
obligations:accept              POST         in      ok        ok        unseen    unseen    no        unseen    unseen    unseen
obligations:return              POST         in      ok        ok        unseen    unseen    no        unseen    unseen    unseen
obligations:ask_extension       POST         in      no        no        unseen    conflict  unseen    no        unseen    unseen
obligations:answer_extension    POST         in      ok        ok        unseen    no        unseen    no        unseen    unseen
obligations:explain             POST         in      no        no        unseen    conflict  unseen    no        unseen    unseen
obligations:evidence_file       GET          in      ok        ok        unseen    unseen    ok        unseen    unseen    unseen
insight:board                   GET          in      ok        ok        no        no        no        no        no        no
insight:document                GET          in      ok        ok        ok        ok        ok        ok        ok        unseen
insight:obligation              GET          in      ok        ok        ok        ok        ok        ok        ok        unseen
"""
