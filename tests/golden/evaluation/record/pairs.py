"""Pairs of texts (told, wanted) that the measures are recorded on: pages as a storyteller might tell them, from the same
words put together in different ways, and a few that are odd on purpose."""

import random

NAMES = ["별이", "서연", "민수", "토끼", "아기 곰", "할머니", "지우", "거북이"]
PLACES = ["놀이터에서", "언덕에서", "바닷가에서", "숲속에서", "교실에서", "할머니 댁에서"]
THINGS = ["풍선을", "그림을", "공을", "노래를", "이야기를", "꽃을", "달을"]
DEEDS = ["그렸어요.", "보았어요.", "찾았어요!", "불렀어요.", "들었답니다.", "함께 나누었어요.", "정말 좋아했어요."]
MORE = ["그래서 모두 웃었어요.", "친구들이 다가와 물었어요, 뭐 하니?", "내일 또 만나기로 했어요.", "바람이 살랑살랑 불었어요.",
        "정말 기뻤어요...", "엄마가 다정하게 안아 주었어요."]

ODD = [
    ("", "별이가 달을 보았어요."),
    ("별이가", "별이가"),
    ("별이가 달을 보았어요.", "별이가 달을 보았어요."),
    ("가 나 다 라 마 바 사", "사 바 마 라 다 나 가"),
    ("가 가 가 가 나 나 다", "가 나 가 나 다 라 가"),
    ("아무것도 같지 않아요", "전혀 다른 글입니다"),
    ("The cats were running happily in the gardens", "a cat runs happily through gardens and plays"),
    ("Flying dogs relational conditional argument", "fly dog relate condition arguments argued"),
    ("별이는 Apples 3,000개와 3.5를 보았어요", "별이는 apple 3,000개와 3.5 킬로를 보았어요"),
    ("뭐라고?! 정말?? 네...", "뭐라고? 정말! 네..."),
    ("별이가 말했어요. 안녕, 친구야! 그리고 웃었어요.", "별이가 말했어요. 안녕! 친구야, 그리고 웃었어요."),
    ("토끼 " * 30, "토끼 거북이 " * 12),
    ("별이가 달을 보았어요. " * 20, "거북이는 바닷가에서 놀았어요. " * 9),
]

WORDS = """caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned
falling hissing fizzed failing filing happy sky enjoy enjoyment spied died flies dies dying news innings relational rational
conditional valenci hesitanci digitizer conformabli radicalli differentli vileli analogousli vietnamization predication
operator feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize
electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant
replacement adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize probate
rate cease controll roll geology theological archaeology really totally finally carefully usefulli yyyy syzygy toy by as is
a generalizations oscillators exceed succeed proceeding skies dyed lied tie lying outing canning agreement eed seeded
별이는 보았어요 토끼s running을 abcing ㅋㅋ""".split()


def pairs():
    source = random.Random(20261123)

    def page(name):
        parts = [name + "는", source.choice(PLACES), source.choice(THINGS), source.choice(DEEDS)]
        return " ".join(parts + source.sample(MORE, source.randint(0, 3)))

    made = []
    for _ in range(36):
        name = source.choice(NAMES)
        told, wanted = page(name), page(name)
        if source.random() < 0.4:
            words = wanted.split()
            at = source.randrange(len(words))
            told = " ".join(words[at:] + words[:at])
        made.append((told, wanted))
    return made + ODD
