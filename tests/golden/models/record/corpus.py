"""Sentences for the small checkpoints: scenes with their fields, the stories told of them, and captions.

Everything is drawn from a seeded generator, so that a second run makes the same corpus.
"""

import hashlib
import random

FIELDS = ["character", "setting", "action", "feeling", "causalRelationship", "outcomeResolution", "prediction"]
CLASSIFICATIONS = ["의사소통", "자연탐구", "사회관계", "예술경험", "신체운동_건강"]

NAMES = "별이 하늘이 토리 콩이 루나 모모 바다 솔이 다람쥐 토끼 곰돌이 지우 민준 서연 Max Luna 뽀뽀 아기공룡".split()
PLACES = "숲속 언덕 바닷가 교실 놀이터 우주 달나라 부엌 도서관 꽃밭 강가 동굴 무지개마을 눈밭 옥상 시장".split()
FEELINGS = "기쁨 슬픔 설렘 두려움 놀라움 고마움 신남 외로움 뿌듯함 궁금함".split()
THINGS = "풍선 사과 별 나뭇잎 공 그림책 케이크 모래성 종이배 연 조개 우산 자전거 피아노 씨앗 눈사람".split()
FRIENDS = "고양이 강아지 나비 할머니 선생님 친구들 오리 로봇 거북이 엄마 아빠 동생".split()
VERBS = [
    ("바라본다", "바라보았어요"), ("만든다", "만들었어요"), ("찾는다", "찾았어요"), ("던진다", "던졌어요"),
    ("나눈다", "나누었어요"), ("심는다", "심었어요"), ("그린다", "그렸어요"), ("들고 간다", "들고 갔어요"),
    ("잃어버린다", "잃어버렸어요"), ("선물한다", "선물했어요"),
]
OPENINGS = ["어느 날,", "햇살이 좋은 아침,", "비가 그친 뒤,", "깊은 밤,", "옛날 옛적에"]
ENDINGS = ["모두 함께 웃었어요.", "참 좋은 하루였어요!", "내일은 또 무슨 일이 생길까요?", "그렇게 둘은 친구가 되었어요."]

COLOURS = {
    "red": (214, 48, 49), "blue": (9, 132, 227), "green": (0, 150, 94), "yellow": (253, 203, 60),
    "purple": (108, 72, 190), "orange": (232, 120, 40), "black": (30, 30, 34), "white": (250, 250, 250),
}
SHAPES = ["circle", "square", "triangle", "star", "house", "tree"]
NUMBERS = ["a", "two", "three"]
GROUNDS = {"field": (120, 190, 90), "sky": (160, 210, 245), "beach": (240, 220, 160), "night": (20, 24, 70)}
PHRASES = {
    "field": "in a green field", "sky": "flying in the sky", "beach": "on a sandy beach", "night": "under the night sky"}
FILLERS = [
    "a child's drawing of {}", "{}", "there's {}", "a picture of {}", "the drawing shows {}", "look, {}!",
    "a hand-painted {}", "it's {}, isn't it?",
]
READING = """
a young girl in a yellow raincoat is holding a red umbrella while walking through the rain
two dogs are running along the beach, chasing a brown ball near the water's edge
a boy wearing a blue t-shirt doesn't want to leave the playground, so he's sitting on the swing
several children are sitting around a wooden table, painting pictures with watercolours
a black-and-white cat sleeps on top of a pile of old books beside the window
there are three birds perched on a branch of a tall tree; one of them is singing
an old man with a grey beard reads a newspaper on a park bench at 7 o'clock
the teacher's desk has an apple, a pencil case, and 24 crayons on it
a family of ducks swims across the pond while the sun sets behind the mountains
a rocket ship flies past the moon, the stars and a smiling planet with rings
a birthday cake with five candles (it's chocolate!) on a plate in the kitchen
a train crosses the bridge over the river; smoke rises from its engine
a snowman with a carrot nose, a hat and a scarf stands in front of the house
an elephant and a giraffe are drinking water together in the tall grass
a group of people standing around a kitchen preparing food for the festival
a small wooden boat floating on calm water beneath a cloudy sky
a child's hand holding a paper airplane above the green hillside
a red double-decker bus driving down a narrow street lined with shops
a rabbit hopping through a garden full of carrots, cabbages and sunflowers
a robot made of cardboard boxes and bottle caps waves hello to its friend
a colourful kite caught in the wind above the sandy dunes by the sea
a bear eating honey from a jar while bees are buzzing around its head
a girl riding a bicycle down the hill; her ribbons aren't tied, they're flying
fireworks lighting up the night sky over the city as everybody watches
a frog jumping from one lily pad to another in the middle of the pond
"""


def particle(word, with_final, without_final):
    """The particle that fits the last syllable: after a final consonant, or after a vowel (Latin counts as vowel)."""
    code = ord(word[-1]) - 0xAC00
    return word + (with_final if 0 <= code < 11172 and code % 28 else without_final)


def scene(rng):
    """The caption and the fields of one page, as a person would type them."""
    name, place, thing, friend = rng.choice(NAMES), rng.choice(PLACES), rng.choice(THINGS), rng.choice(FRIENDS)
    now, past = rng.choice(VERBS)
    fields = {
        "caption": f"{particle(name, '이', '가')} {place}에서 {particle(thing, '을', '를')} {now}",
        "name": name,
        "i_action": f"{thing} {now}",
        "classification": rng.choice(CLASSIFICATIONS),
    }
    optional = {
        "character": ", ".join([name, friend][: rng.randint(1, 2)]),
        "setting": place,
        "action": f"{thing} {now}, {friend}와 논다" if rng.random() < 0.4 else f"{friend}와 논다",
        "feeling": ", ".join(rng.sample(FEELINGS, rng.randint(1, 2))),
        "causalRelationship": f"{thing} 때문에 {friend}와 만났다",
        "outcomeResolution": f"{friend}와 함께 {now}",
        "prediction": f"내일 다시 {place}에 간다",
    }
    for key in FIELDS:
        if rng.random() < 0.6:
            fields[key] = optional[key]
    return fields, (name, place, thing, friend, past)


def story(rng, parts, feeling):
    """A telling of a scene: several are possible, so that a model that learns them has something to weigh."""
    name, place, thing, friend, past = parts
    object_ = particle(thing, "을", "를")
    sentences = [f"{rng.choice(OPENINGS)} {particle(name, '은', '는')} {place}에서 {object_} {past}."]
    if rng.random() < 0.7:
        sentences.append(f"{particle(friend, '이', '가')} 다가와 {object_} 함께 보았어요.")
    if feeling and rng.random() < 0.8:
        sentences.append(f"마음에 {particle(feeling, '이', '가')} 가득했어요.")
    sentences.append(rng.choice(ENDINGS))
    return " ".join(sentences)


def input_tokens(fields):
    """The list that is shuffled: training's form (every comma-separated item its own token, blank means <empty>)."""
    def split(value):
        return [item.strip() for item in value.split(",") if item.strip()]

    tokens = [f"<{key}> {fields[key].strip()}" for key in ("caption", "name", "i_action", "classification")]
    for key in FIELDS:
        items = split(fields.get(key) or "")
        tokens += [f"<{key}> {item}" for item in items] or [f"<{key}> <empty>"]
    return tokens


def input_text(fields, seed_text):
    """The input of the storyteller, as the original made it: shuffled by Python, seeded with an md5."""
    tokens = input_tokens(fields)
    random.seed(int(hashlib.md5(seed_text.encode()).hexdigest(), 16) % 10**8)
    random.shuffle(tokens)
    return "generate: " + " ".join(tokens)


def story_pairs(count, seed):
    """`count` pairs of input text and story."""
    rng = random.Random(seed)
    pairs = []
    for row in range(count):
        fields, parts = scene(rng)
        feeling = fields.get("feeling", "").split(",")[0].strip()
        text = story(rng, parts, feeling)
        pairs.append((input_text(fields, str(row)), text))
    return pairs


def caption_of(rng, number, colour, shape, ground):
    """One of the captions that fit a drawing."""
    plural = {"square": "squares"}.get(shape, shape + "s")
    thing = f"{number} {colour} {shape if number == 'a' else plural}"
    if number == "a" and colour == "orange":
        thing = "an" + thing[1:]
    words = f"{thing} {PHRASES[ground]}" if rng.random() < 0.8 else thing
    return rng.choice(FILLERS).format(words)


TRANSLATIONS = {
    "a": "", "an": "", "two": "두 개의 ", "three": "세 개의 ",
    "red": "빨간", "blue": "파란", "green": "초록", "yellow": "노란", "purple": "보라색", "orange": "주황색",
    "black": "검은", "white": "하얀", "circle": "동그라미", "square": "네모", "triangle": "세모", "star": "별",
    "house": "집", "tree": "나무",
}
TRANSLATED_PHRASES = {
    "field": "풀밭에 있는 ", "sky": "하늘을 나는 ", "beach": "모래밭에 있는 ", "night": "밤하늘 아래의 "}


def translation_pairs(count, seed):
    """English captions with the prefix of the original T5's tasks, and Korean ones."""
    rng = random.Random(seed)
    pairs = []
    for _ in range(count):
        number, colour, shape = rng.choice(NUMBERS), rng.choice(list(COLOURS)), rng.choice(SHAPES)
        ground = rng.choice(list(GROUNDS))
        english = caption_of(rng, number, colour, shape, ground)
        place = TRANSLATED_PHRASES[ground] if PHRASES[ground] in english else ""
        end = " 그림" if "drawing" in english or "picture" in english else ""
        thing = f"{TRANSLATIONS[number]}{TRANSLATIONS[colour]} {TRANSLATIONS[shape]}"
        korean = rng.choice([f"{place}{thing}", f"{thing}, {place}모습" if place else thing]) + end
        if rng.random() < 0.4:
            korean = particle(korean, "이에요", "예요") + rng.choice([".", "!"])
        pairs.append((f"translate English to Korean: {english}", korean))
    return pairs
