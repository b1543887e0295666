"""Records what Python makes of texts and fields for training: see ../README.md. Needs nothing but Python itself."""
import hashlib
import json
import random
import re
import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).parent.parent
UNWANTED = re.compile(r"[^\w\s가-힣.,?!]")
FIELDS = "character setting action feeling causalRelationship outcomeResolution prediction".split()
REQUIRED = "caption name i_action classification".split()


def ranges(holds):
    """[first, last] of every run of code points for which `holds`."""
    found, start = [], None
    for point in range(sys.maxunicode + 2):
        inside = point <= sys.maxunicode and not 0xD800 <= point <= 0xDFFF and holds(chr(point))
        if inside and start is None:
            start = point
        if not inside and start is not None:
            found.append([start, point - 1])
            start = None
    return found


def output_text(story):
    return re.sub(r"\s+", " ", UNWANTED.sub("", story)).strip()


def input_text(row):
    tokens = [f"<{field}> {row[field].strip() or '<empty>'}" for field in REQUIRED]
    for field in FIELDS:
        value = row.get(field)
        if value is not None and value.strip():
            tokens += [f"<{field}> {item.strip()}" for item in value.split(",")]
        else:
            tokens.append(f"<{field}> <empty>")
    random.seed(int(hashlib.md5(str(row["id"]).encode()).hexdigest(), 16) % 10**8)
    random.shuffle(tokens)
    return "generate: " + " ".join(tokens)


TEXTS = [
    "",
    "   ",
    "“출발합니다! 손잡이 꼭 잡으세요.” 삐이익.",
    "‘쉿!’ 하고\n\n말했어요…  그리고\t웃었지요~",
    "베키는 3마리(세 마리)의 토끼를 보았어요; 정말로?",
    "전각 공백\u3000과 줄\u2028바꿈\u2029과\u00a0붙임 공백",
    "보이지 않는\u200b것과\ufeff표시와\u2060이음",
    "분리\x1c자 \x1d\x1e\x1f와 다음\x85줄",
    unicodedata.normalize("NFD", "조각난 한글이에요."),
    "ㅋㅋㅋ ㅠㅠ 헐!?",
    "ᄀᆞᆷ 옛한글",
    "½과 ²와 Ⅳ와 ①과 一二三",
    "snake_case_and_밑줄",
    "cafe\u0301 naïve Ärger ß ſ",
    "👧🏽 아이와 ❤️ 하트 🇰🇷",
    "가격은 1,000원. 100%! #태그 @사람 & 그리고 + - = *",
    "\r\n줄 끝\r\n두 개\r\n",
    "١٢٣ ३ ๓",
    "·가운뎃점·과 ‥ 두 점과 。 마침표",
    "<caption> 꺾쇠 <empty>",
]

ITEMS = ["베키", " 늑대", "이빨 ", "", "  ", "숲 속", "보았어요", "앉아", "무서운", "다음 날", "\u3000밤\u00a0"]


def rows():
    chance = random.Random(7)
    for index in range(60):
        row = {
            "id": f"03_0{1 + index % 5}T_0{1 + index % 3}S_97889599{chance.randrange(10**5):05}_{chance.randrange(10**5)}",
            "caption": chance.choice(["숲 속의 세 마리 돼지", " 언덕에 앉아 별을 바라보는 여성의 그림 ", "a bear in the forest"]),
            "name": chance.choice(["늑대", " 소녀", "적혈구", "별이,하늘이"]),
            "i_action": chance.choice(["의자에 앉아 있다.", "서 있다", "바다에 떠 있다\n"]),
            "classification": chance.choice(["의사소통", "자연탐구", "사회관계", "예술경험", "신체운동_건강"]),
        }
        for field in FIELDS:
            row[field] = chance.choice([None, "", " ", ",".join(chance.choices(ITEMS, k=chance.randrange(1, 6)))])
        yield row


def write(name, value):
    about = {"python": sys.version.split()[0], "unicode": unicodedata.unidata_version}
    text = json.dumps({"recordedWith": about, **value}, ensure_ascii=True, separators=(",", ":"))
    (OUT / name).write_text(text + "\n")


write(
    "characters.json",
    {
        "kept": ranges(lambda mark: not UNWANTED.match(mark)),
        "blank": ranges(lambda mark: re.match(r"\s", mark) is not None),
        "stripped": ranges(lambda mark: mark.strip() == ""),
        "unassigned": ranges(lambda mark: unicodedata.category(mark) == "Cn"),
    },
)
write("texts.json", {"cases": [{"story": text, "output": output_text(text)} for text in TEXTS]})
write("rows.json", {"cases": [{"row": row, "input": input_text(row)} for row in rows()]})
