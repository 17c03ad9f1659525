"""What restoring is made of: pieces, spellings, the damage of letters, and a model kept fresh."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.restore.build import damage_table, domain_texts
from plans.restore.damage import Damage
from plans.restore.language import BREAK, Language
from plans.restore.model import MODEL, tokens
from plans.restore.phrase import fill_ruined
from plans.restore.pieces import Kind, cut_pieces
from plans.restore.spelling import copy_case, is_syllable, settle_tone


def test_the_model_is_built_from_the_sources_as_they_are():
    facts = json.loads(gzip.decompress(MODEL.read_bytes()))

    assert facts["texts"] == list(domain_texts())
    assert facts["read_as"] == damage_table("damage.tsv")
    assert facts["known"] == damage_table("damage_known.tsv")
    assert MODEL.stat().st_size < 300_000


@given(st.text(max_size=80))
def test_the_pieces_joined_are_the_text(text):
    assert "".join(piece.text for piece in cut_pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("57-NQ/TW", [Kind.CODE]),
        ("193/2025/QH15", [Kind.CODE]),
        ("02-KH/BCPTW", [Kind.CODE]),
        ("22/12/2024", [Kind.NUMBER]),
        (">=60%", [Kind.NUMBER]),
        ("1.500,5", [Kind.NUMBER]),
        ("s6", [Kind.WORD]),
        ("x&", [Kind.WORD]),
        ("1é", [Kind.WORD]),
        ("c¢ua", [Kind.WORD]),
        ("R&D", [Kind.WORD]),
        ("HDND&UBND", [Kind.WORD, Kind.FILL, Kind.WORD]),
        ("ha,nh", [Kind.WORD]),
        ("xã,tỉnh", [Kind.WORD, Kind.FILL, Kind.WORD]),
        ("b)Xây", [Kind.WORD, Kind.BREAK, Kind.WORD]),
        ("trình/kế", [Kind.WORD, Kind.FILL, Kind.WORD]),
        ("xa; t6", [Kind.WORD, Kind.BREAK, Kind.FILL, Kind.WORD]),
    ],
)
def test_words_numbers_and_document_numbers_are_told_apart(text, kinds):
    assert [piece.kind for piece in cut_pieces(text)] == kinds


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("Hoá", "hóa"),
        ("thuỷ", "thủy"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("quả", "quả"),
        ("toàn", "toàn"),
        ("huyện", "huyện"),
        ("Đảng", "đảng"),
    ],
)
def test_a_tone_stands_where_offices_write_it(written, settled):
    assert settle_tone(written) == settled


@pytest.mark.parametrize("word", ["nghiệp", "quyết", "xã", "ở", "tuyển", "ương", "gì", "khuya"])
def test_a_syllable_is_known_by_its_build(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["clip", "nhgi", "web", "s6", "ubnd", "thưc khai", ""])
def test_what_is_no_syllable_is_not_taken_for_one(word):
    assert not is_syllable(word)


def test_capitals_are_copied_but_not_from_an_i_read_for_an_l():
    assert copy_case("đảng", "Pang", shouted=False) == "Đảng"
    assert copy_case("đảng", "PANG", shouted=True) == "ĐẢNG"
    assert copy_case("lý", "Iy", shouted=False) == "lý"


def test_candidates_come_cheapest_first_and_unseen_damage_gives_none():
    read_as = {letter: {letter: 9.0} for letter in "cuaxã"} | {"ủ": {"ti": 6.0, "u": 3.0}}
    damage = Damage(["của", "cua", "xã"], read_as, {"ã": {"&": 0.1}})

    assert next(syllable for syllable, _ in damage.candidates("ctia", 5)) == "của"
    assert [syllable for syllable, _ in damage.candidates("cua", 5)] == ["cua", "của"]
    assert [syllable for syllable, _ in damage.candidates("x&", 5)] == ["xã"]
    assert damage.candidates("zzz", 5) == []


def test_what_followed_before_is_likelier_than_what_did_not():
    text = ["khoa", "học", "công", "nghệ", "khoa", "học", "công", "nghệ"]
    language = Language([text], {"học": 1.0, "hộc": 1.0}, [("công", "nghiệp")])

    assert language.after(BREAK, "khoa", "học") > language.after(BREAK, "khoa", "hộc")
    assert language.after("học", "công", "nghệ") > language.after(BREAK, "công", "nghệ")
    assert language.after(BREAK, "công", "nghiệp") > language.after(BREAK, "công", "hộc")


def test_numbers_and_marks_are_tokens_and_commas_are_not():
    found = list(tokens("Số 57-NQ/TW, ngày 22/12; (khoa học, Công nghệ)"))

    assert found == [".", "số", "0", "ngày", "0", ".", "khoa", "học", "công", "nghệ", "."]


def test_a_word_that_is_no_syllable_is_the_likeliest_that_is_like_it():
    assert fill_ruined("dẫn đầu cả nuc’rcq về ứng dụng") == "dẫn đầu cả nước về ứng dụng"
    assert fill_ruined("dẫn đầu cả xyz về ứng dụng") == "dẫn đầu cả xyz về ứng dụng"
