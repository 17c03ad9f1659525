"""Telegram's HTML is read as TDLib reads it; the cases come from TDLib's own tests."""

import pytest

from tests.botapi.markup_text import parse_html
from tests.botapi.refusals import RefusalError

SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched"
    " surrogate code units"
)
EQUAL_SIGN = 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13'


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("&#xDFDF;", SURROGATE),
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", EQUAL_SIGN),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (
            "🏟 🏟&lt;<i>a</em   >",
            'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"',
        ),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_with_telegrams_reason(html, reason):
    with pytest.raises(RefusalError) as refusal:
        parse_html(html)

    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("&lt;&gt;&amp;&quot;&laquo;&#12345678;", '<>&"&laquo;&#12345678;', []),
        ("&#272;ôn &#x110;ốc", "Đôn Đốc", []),
        ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
        ("🏟<i>🏟 <b aba = caba>&lt🏟</b></i>", "🏟🏟 <🏟", [("italic", 2, 6), ("bold", 5, 3)]),
        ("🏟<i aba='&lt;'>a</>", "🏟a", [("italic", 2, 1)]),
        ("<b></b>a", "a", []),
        ("<i><b>a</b>b</i>", "ab", [("italic", 0, 2), ("bold", 0, 1)]),
        ("  <b> a </b>b\n", "a b", [("bold", 0, 2)]),
        ("<a href='https://x.vn/?a&amp;b'>x</a>", "x", [("text_link", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class='language-sql'>a</code></pre>", "a", [("code", 0, 1), ("pre", 0, 1)]),
    ],
)
def test_markup_becomes_text_and_entities(html, text, entities):
    shown, found = parse_html(html)

    assert shown == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities
