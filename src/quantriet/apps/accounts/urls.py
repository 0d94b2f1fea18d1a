from __future__ import annotations

from allauth.account import views as account
from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, URLResolver, path

from quantriet.apps.accounts import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", login_required(views.OfficePasswordChange.as_view()), name="account_change_password"),
    path("people/", views.account_list, name="account_list"),
    path("people/<int:person_id>/", views.account, name="account_person"),
    path("people/<int:person_id>/reset/", views.reset, name="account_reset"),
    path("people/<int:person_id>/active/", views.set_active, name="account_active"),
    path("people/<int:person_id>/roles/", views.give_role, name="account_give_role"),
    path("people/<int:person_id>/roles/<int:assignment_id>/end/", views.end_role, name="account_end_role"),
    path("demo/", views.demo_list, name="demo_list"),
    path("demo/<str:username>/", views.demo_sign_in, name="demo_sign_in"),
]
