"""Records tokenisations, decodings, Python's random numbers, and the storyteller's input texts.

Usage: python record_text.py. Tokenisations are those of the `tokenizers` library on the folder's tokenizer.json,
which is what transformers 4 used for these checkpoints.
"""

import hashlib
import os
import random

from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

import corpus
from common import CHECKPOINTS, write_values
from texts import all_texts
from vocabularies import SPECIAL

UNIGRAMS = ["t5-relu", "t5-gated", "t5-sharded-bf16"]


def tokenizer_of(name):
    return Tokenizer.from_file(os.path.join(CHECKPOINTS, name, "tokenizer.json"))


def record_tokenisations():
    tokenizers = [tokenizer_of(name) for name in UNIGRAMS]
    rows = [{"text": text, "ids": [tokenizer.encode(text).ids for tokenizer in tokenizers]} for text in all_texts()]
    write_values("tokenisations.json", {"checkpoints": UNIGRAMS, "cases": rows})
    print(len(rows), "texts with", len(UNIGRAMS), "tokenizers")


def record_decodings():
    rng, cases = random.Random(31), []
    for name in [*UNIGRAMS, "t5-bin", "blip", "blip-odd-f16"]:
        tokenizer = tokenizer_of(name)
        whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer)
        size = tokenizer.get_vocab_size()
        for _ in range(25):
            ids = [rng.choice([rng.randrange(size), rng.randrange(3, min(size, 150))]) for _ in range(rng.randint(1, 24))]
            special = tokenizer.decode(ids, skip_special_tokens=True)
            cases.append({"checkpoint": name, "ids": ids, "text": special, "cleaned": whole.clean_up_tokenization(special)})
        for index in range(6):
            text = ["it's a child's drawing, isn't it?", "don't! we've (twice) said: \"no\".", "black-and-white cat; 7 o'clock",
                    "별이는 웃었어요 . 정말 ?", "I'm here , they're there !", "a  b"][index]
            ids = tokenizer.encode(text).ids
            special = tokenizer.decode(ids, skip_special_tokens=True)
            cases.append({"checkpoint": name, "ids": ids, "text": special, "cleaned": whole.clean_up_tokenization(special)})
    write_values("decodings.json", {"cases": cases})


def record_random():
    rows = []
    seeds = [0, 1, 2, 42, 624, 99999999, 2**31, 2**32 - 1, 2**32, 2**53 + 1, 10**20]
    seeds += [int(hashlib.md5(text.encode()).hexdigest(), 16) % 10**8 for text in ("", "1", "4999", "별이가 달을 본다별이본다", "a" * 100)]
    for seed in seeds:
        random.seed(seed)
        bits = [random.getrandbits(k) for k in (32, 1, 5, 31, 32, 8)]
        random.seed(seed)
        below = [random.randrange(n) for n in (1, 2, 3, 7, 10, 100, 2**20, 2**31 - 1, 2**31, 2**32 - 1)]
        shuffles = []
        for count in (0, 1, 2, 3, 11, 19, 40):
            random.seed(seed)
            items = list(range(count))
            random.shuffle(items)
            shuffles.append(items)
        random.seed(seed)
        late = [random.getrandbits(32) for _ in range(1300)][-3:]
        rows.append({"seed": str(seed), "bits": bits, "below": below, "shuffles": shuffles, "late": late})
    digests = [{"text": text, "seed": int(hashlib.md5(text.encode()).hexdigest(), 16) % 10**8}
               for text in ["", "0", "1", "17", "4999", "별이가 숲에서 별을 찾는다별이별을 찾는다", "naïve 🐻", "a" * 200]]
    write_values("python-random.json", {"generators": rows, "digests": digests})


UNTIDY = [
    {"setting": " 숲 ,  언덕 ", "feeling": ""}, {"feeling": "기쁨,,슬픔", "action": ", "}, {"character": "곰 , 토끼,여우 ", "prediction": "   "},
    {"outcomeResolution": "둘은 친구가 되었다，그리고 웃었다", "causalRelationship": "비가 와서\n젖었다"}, {"setting": "a, b, c, d, e, f"},
]


def record_inputs():
    tokenizer = tokenizer_of("t5-relu")
    special = {tokenizer.token_to_id(token) for token in SPECIAL}
    rng, rows = random.Random(2024), []
    for number in range(100):
        fields, _ = corpus.scene(rng)
        if number % 4 == 3:
            fields.update(UNTIDY[number // 4 % len(UNTIDY)])
        if number % 10 == 9:
            fields.update({"caption": f"  {fields['caption']} ", "name": f" {fields['name']}"})
        if number % 25 == 24:
            fields.update({key: ", ".join(corpus.FEELINGS + corpus.PLACES) for key in corpus.FIELDS})
        # Training seeded with the row's id, the app with what the person wrote.
        seed_text = str(number) if number % 2 else fields["caption"] + fields["name"] + fields["i_action"]
        text = corpus.input_text(fields, seed_text)
        ids = tokenizer.encode(text).ids
        cut = ids if len(ids) <= 128 else [*ids[:127], 1]
        rows.append({"fields": fields, "seedText": seed_text, "inputText": text, "length": len(ids), "inputIds": cut,
                     "attentionMask": "".join("0" if token in special else "1" for token in cut)})
    write_values("input-texts.json", {"checkpoint": "t5-relu", "cases": rows})


if __name__ == "__main__":
    record_tokenisations()
    record_decodings()
    record_random()
    record_inputs()
