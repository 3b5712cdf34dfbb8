"""닮은 글자 — data: what cannot be seen, what is taken for another letter, how legal forms are written."""

INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""What shows nothing and is no format character, space or control: Hangul fillers, variation selectors."""

BRACKETS = str.maketrans("[]{}〔〕【】〈〉", "()()()()()")
"""(조), [조] and 〔조〕 are one way of writing."""

ABBREVIATED = {
    "주식회사": "(주)",
    "유한회사": "(유)",
    "합자회사": "(합)",
    "사단법인": "(사)",
    "재단법인": "(재)",
}
"""Written out or short, at either end of a name: one legal form, one way of writing."""

LEGAL_FORMS = (
    *ABBREVIATED.values(),
    "(조)",
    "(연)",
    "협동조합연합회",
    "협동조합",
    "사업조합",
    "연합회",
    "조합",
)
"""What a skeleton leaves off at either end: (조) may stand for two kinds of body, so it is asked about."""

_TAKEN_FOR = {
    "a": "аαɑ",
    "b": "вβ",
    "c": "с",
    "d": "ԁ",
    "e": "еε",
    "g": "ɡ",
    "h": "нһη",
    "j": "ј",
    "k": "кκ",
    "l": "i1|іӏιı",
    "m": "мμ",
    "n": "пν",
    "o": "0оοσ〇",
    "p": "рρ",
    "q": "ԛ",
    "r": "г",
    "s": "ѕ",
    "t": "тτ",
    "w": "ԝω",
    "x": "хχ",
    "y": "уүυγ",
    "z": "ζ",
    "3": "з",
    "6": "б",
    "": "\u119eー",  # ㆍ (아래아) as a middle dot, a long mark as a dash: signs are left off
}
"""A small letter, and the small letters of other scripts, or digits, that are taken for it."""

_DOUBLED = {
    "ᄁ": "ᄀᄀ", "ᄄ": "ᄃᄃ", "ᄈ": "ᄇᄇ", "ᄊ": "ᄉᄉ", "ᄍ": "ᄌᄌ",
    "ᅢ": "ᅡᅵ", "ᅤ": "ᅣᅵ", "ᅦ": "ᅥᅵ", "ᅨ": "ᅧᅵ", "ᅪ": "ᅩᅡ", "ᅫ": "ᅩᅡᅵ", "ᅬ": "ᅩᅵ",
    "ᅯ": "ᅮᅥ", "ᅰ": "ᅮᅥᅵ", "ᅱ": "ᅮᅵ", "ᅴ": "ᅳᅵ",
    "ᆩ": "ᆨᆨ", "ᆪ": "ᆨᆺ", "ᆬ": "ᆫᆽ", "ᆭ": "ᆫᇂ", "ᆰ": "ᆯᆨ", "ᆱ": "ᆯᆷ", "ᆲ": "ᆯᆸ", "ᆳ": "ᆯᆺ",
    "ᆴ": "ᆯᇀ", "ᆵ": "ᆯᇁ", "ᆶ": "ᆯᇂ", "ᆹ": "ᆸᆺ", "ᆻ": "ᆺᆺ",
}  # fmt: skip
"""Letters that look like two: 개 (one syllable) and 가ᅵ (a syllable and a vowel)."""

TAKEN_FOR = {sign: letter for letter, signs in _TAKEN_FOR.items() for sign in signs}
LOOKS_LIKE = str.maketrans(TAKEN_FOR | _DOUBLED)
