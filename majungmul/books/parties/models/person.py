"""사람 — the login."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password
from django.db import models

from majungmul.books.parties.models.city import Office
from majungmul.books.trail.models import Recorded


class Person(Recorded, AbstractBaseUser):
    """사람 — the login of one who works in an office; positions of that office alone give rights."""

    PERSONAL = frozenset({"login", "name", "email", "phone"})
    SECRET = frozenset({"password"})

    last_login = None
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="people")
    login = models.CharField("아이디", max_length=60)
    name = models.CharField("이름", max_length=40)
    email = models.EmailField("전자우편", blank=True)
    phone = models.CharField("전화번호", max_length=20, blank=True)
    is_active = models.BooleanField("사용 중", default=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        """사람."""

        verbose_name = "사람"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "login"], name="person_login_once"),
        ]

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password. Django's own would save a stronger hash here, outside any action."""
        return check_password(raw_password, self.password)
