"""파일 이름: what a person named a file comes back safe, whole, and true to its content."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.books.files.names import DEVICES, FILLERS, MOST_BYTES, UNSEEN, clean
from majungmul.values.resident_number import RESIDENT_NUMBER

PDF = (".pdf",)
JPEG = (".jpg", ".jpeg")


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("사업자등록증.pdf", "사업자등록증.pdf"),
        ("사업자 등록증 (2026).PDF", "사업자 등록증 (2026).PDF"),
        (unicodedata.normalize("NFD", "통장사본.pdf"), "통장사본.pdf"),
        ("../../../etc/passwd", "passwd.pdf"),
        (r"C:\Users\홍길동\바탕 화면\청구서.pdf", "청구서.pdf"),
        ("..\\..\\청구서.pdf", "청구서.pdf"),
        ("청구서.pdf/", "이름없음.pdf"),
        ("청구서\x00.exe\x00.pdf", "청구서.exe.pdf"),
        ("청구\u202efdp.exe", "청구fdp.exe.pdf"),
        ("청구\u200b서\ufeff\u2066.pdf", "청구서.pdf"),
        ("\u3164\u115f", "이름없음.pdf"),
        ("청구서\r\nSet-Cookie: a=b.pdf", "청구서Set-Cookie_ a=b.pdf"),
        ('청구서"; filename="악성.html.pdf', "청구서_; filename=_악성.html.pdf"),
        ("청구서\u3000최종\u00a0본.pdf", "청구서 최종 본.pdf"),
        ("con.pdf", "_con.pdf"),
        ("LPT1.2018.pdf", "_LPT1.2018.pdf"),
        ("com¹ .pdf", "_com¹.pdf"),
        ("console.pdf", "console.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("청구서.pdf. . .", "청구서.pdf"),
        ("   ", "이름없음.pdf"),
        ("", "이름없음.pdf"),
        ("..", "이름없음.pdf"),
        (".pdf", "pdf.pdf"),
        ("청구서.exe", "청구서.exe.pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
        ("홍길동 900101-1234567.pdf", "홍길동 주민번호 지움.pdf"),
        ("홍길동９００１０１－１２３４５６７.pdf", "홍길동주민번호 지움.pdf"),
        ("9001011234567.pdf", "주민번호 지움.pdf"),
        ("1717300000000.pdf", "1717300000000.pdf"),
        ("20260602-41000000.pdf", "20260602-41000000.pdf"),
    ],
)
def test_a_hostile_name_becomes_a_plain_one(given_name: str, kept: str) -> None:
    assert clean(given_name, PDF) == kept


def test_the_ending_is_that_of_the_content() -> None:
    assert clean("사진.JPEG", JPEG) == "사진.JPEG"
    assert clean("사진.jpg", JPEG) == "사진.jpg"
    assert clean("사진.png", JPEG) == "사진.png.jpg"


def test_a_long_name_keeps_whole_letters_and_its_ending() -> None:
    assert clean("가" * 100 + ".pdf", PDF) == "가" * 83 + ".pdf"  # 253 bytes
    assert clean("a" * 300 + ".PDF", PDF) == "a" * 251 + ".PDF"
    assert clean("a" * 250 + "가.pdf", PDF) == "a" * 250 + ".pdf"


def test_an_accent_goes_with_its_letter() -> None:
    assert clean("a" * 249 + "q\u0323\u0307.pdf", PDF) == "a" * 249 + ".pdf"
    assert (
        clean("a" * 246 + "\u1112\u119e\u11ab.pdf", PDF) == "a" * 246 + ".pdf"
    )  # one syllable of old Hangul


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_is_safe_and_stays(name: str) -> None:
    kept = clean(name, PDF)
    assert clean(kept, PDF) == kept
    assert len(kept.encode()) <= MOST_BYTES
    assert kept.lower().endswith(".pdf")
    assert not set(kept) & ({*'/\\<>:"|?*'} | FILLERS)
    assert not {unicodedata.category(letter) for letter in kept} & UNSEEN
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.partition(".")[0].lower() not in DEVICES
    assert kept == kept.strip(" .")
    assert not RESIDENT_NUMBER.search(unicodedata.normalize("NFKC", kept))
