"""Texts for the tokenizers, from everyday Korean to what nobody should type and somebody will."""

import random
import unicodedata

import corpus

PLAIN = [
    "", " ", "   ", "\n", "\t\t", "안녕하세요", "별이가 달을 바라본다.", "토끼와 거북이가 함께 놀았어요!", "아이가  두 칸   띄어 썼어요",
    "  앞뒤에 빈칸  ", "줄을\n바꾸고\t탭도", "쉼표, 마침표. 물음표? 느낌표!", "“큰따옴표”와 ‘작은따옴표’…", "가나다라마바사아자차카타파하",
    "뷁쉛꿹 똠방각하 펲시콜라", "ㅋㅋㅋㅋ ㅠㅠ ㅎㅎ", "ㄱㄴㄷ ㅏㅑㅓ", "3월 14일 오후 2:30, 5,000원", "숲속숲속숲속숲속", "The quick brown fox",
    "Luna와 Max는 친구예요", "UPPER lower MiXeD", "don't can't I'm we've", "a.b.c...d", "e-mail: kim@example.kr", "naïve café Zürich",
    "translate English to Korean: a cat", "generate:", "generate: <caption>", "1234567890", "3.14159 -42 +7", "((())) [] {}",
    "~!@#$%^&*()_+`-=[]\\{}|;':\",./<>?", "100% 천연 & 유기농", "ＡＢＣ　１２３", "ﾊﾝｶｸ ｶﾀｶﾅ", "ㅿㆁㆆ 옛한글 나랏말ᄊᆞ미",
]

UNUSUAL = [
    "①②③ ㉠㉡ ⑴", "㎏ ㎝ ㎡ ㎖", "½ ¼ ¾ ⅓", "x² + y³ = z₁", "™ ® © № ℃", "ﬁne ﬂuﬃ ﬆ", "㈜한국 ㈎ ㉿", "Ⅳ Ⅷ ⅻ", "ｶﾞｷﾞｸﾞ",
    "豈更車賈滑", "﷽ ﷺ", "∫∑∏√∞≠≤≥", "←↑→↓⇒", "♥♡★☆♪♬", "가～나~다〜라", "a\u0301e\u0301 n\u0303", "Z͑ͫa̴l͍g̈o", "Việt Nam Tiếng Việt",
    "Привет мир", "Γειά σου", "שלום עולם", "مرحبا بالعالم", "สวัสดีชาวโลก", "नमस्ते दुनिया", "你好世界", "こんにちは世界", "한漢字혼용",
    "🙂", "😀😃😄", "곰🐻돌이", "👩‍👩‍👧‍👦 가족", "🇰🇷 🇺🇸", "👍🏽 👍🏿", "❤️ ❤", "1️⃣ 2️⃣", "☺︎ ☺️", "🏳️‍🌈", "🧑🏻‍🚀 우주인",
    "\u00a0줄바꿈\u00a0없는\u00a0빈칸", "\u3000전각\u3000빈칸", "제로\u200b폭", "줄\u200d임\u200c표", "\ufeff바이트", "가\u2028나\u2029다",
    "\u0000널\u0001제어\u0008문자\u001f\u007f", "\u0085다음\u0085줄", "끝줄\u0085", "끝칸\u3000\u0085 ", "<ｎａｍｅ> <ｎａｍｅ>", "\u200e왼쪽\u200f오른쪽", "\ufffd대체\ufffd", "▁밑줄▁▁문자▁", "_밑_줄_",
    "\r\n윈도\r\n줄", "\x0b세로\x0c쪽", "가\u0301나\u0308", "\u1100\u1161\u11a8", "\u1112\u1161\u11ab\u1100\u1173\u11af", "ᄒ\u1161", "\u11a8홀로",
    "ﾡﾢﾣ 반각", "ﾤￂﾤ", "\u3164채움", "\u115f\u1160", "㋿ ㍿", "ǅ ǈ ǋ", "İstanbul ıI", "ß ẞ", "ŉ ſ", "\u0344", "\u0958\u0959",
    "𝓱𝓮𝓵𝓵𝓸 𝟙𝟚𝟛", "🄰🄱🅐", "𠀀𠀁", "\U000e0041태그", "\ufe0f\ufe0f", "ẛ̣", "Å Å Å", "Ω Ω", "؀ؐ", "ก็ำ", "கௌ", "e\u0301\u0302\u0303\u0304",
]

SPECIAL = [
    "<caption> 별이가 본다", "<caption>별이<name>토리", "<name><name>", "< name>", "<Name>", "<NAME>", "<name", "name>", "<<name>>", "<name>>",
    "<empty>", "<empty><empty> <empty>", "<setting> <empty> <feeling> 기쁨", "<causalRelationship> 비가 와서", "<causalrelationship>",
    "앞 <i_action> 뒤", "앞<i_action>뒤", "앞  <i_action>  뒤", "\n<prediction>\n", "</s>", "끝</s>", "</s></s>", "<pad>", "<unk>", "<unk>가",
    "<extra_id_0>", "<extra_id_99> <extra_id_100>", "<extra_id_1>붙임", "<outcomeResolution>,<character>", "<ｎａｍｅ>", "＜name＞",
    "generate: <name> <empty> <caption> </s> 끝", "<classification> 신체운동_건강", "<classification> 의사소통 <name>  ", "  <name>",
    "<action>🐻<feeling>\u3000기쁨", "<action>\u00a0", "<action>가\u0301<action>",
]


def all_texts():
    rng = random.Random(77)
    scenes = [text for text, _ in corpus.story_pairs(20, 500)]
    stories = [text for _, text in corpus.story_pairs(12, 501)]
    decomposed = [unicodedata.normalize("NFD", text) for text in stories[:6] + scenes[:3] + PLAIN[5:9] + ["café Zürich"]]
    compatible = [unicodedata.normalize("NFKD", text) for text in UNUSUAL[:8]]
    long = ["별이는 " * 300, "가" * 1500, "a" * 700, " ".join(stories) * 3, " ".join(scenes), "뷁" * 40, "🐻" * 60, "ㅋ" * 200]
    alphabet = "가힣ㄱᄀ\u1161\u11a8aZ0 \u3000.,!?🐻\u200d\ufe0f\u0301<>▁\n~～éﬁ①你"
    noise = ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 40))) for _ in range(40)]
    anything = ["".join(chr(rng.choice([rng.randint(1, 0x2FFF), rng.randint(0x3000, 0xD7FF), rng.randint(0xE000, 0x1F9FF)]))
                        for _ in range(rng.randint(3, 25))) for _ in range(40)]
    return PLAIN + UNUSUAL + SPECIAL + scenes + stories + decomposed + compatible + long + noise + anything
