"""Records whole ways: from fields to a story, and from an English caption to a Korean one.

Usage: python record_stories.py. Stories with the original's settings; translations with four beams.
"""

import os
import random

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForSeq2SeqLM, PreTrainedTokenizerFast

import corpus
from common import CHECKPOINTS, write_values
from record_generation import ORIGINAL
from vocabularies import SPECIAL


def load(name):
    folder = os.path.join(CHECKPOINTS, name)
    return (AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval(),
            Tokenizer.from_file(os.path.join(folder, "tokenizer.json")))


def generated(model, ids, mask, **options):
    out = model.generate(input_ids=torch.tensor([ids]), attention_mask=torch.tensor([mask]), **options)[0].tolist()[1:]
    return out[: out.index(1) + 1] if 1 in out else out


def text_of(tokenizer, ids):
    whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer)
    return whole.clean_up_tokenization(tokenizer.decode(ids, skip_special_tokens=True))


def record_stories(name):
    model, tokenizer = load(name)
    special = {tokenizer.token_to_id(token) for token in SPECIAL}
    rng, rows = random.Random(4242), []
    while len(rows) < 12:
        fields, _ = corpus.scene(rng)
        text = corpus.input_text(fields, fields["caption"] + fields["name"] + fields["i_action"])
        ids = tokenizer.encode(text).ids
        if len(ids) > 128:
            continue
        out = generated(model, ids, [int(token not in special) for token in ids], **ORIGINAL)
        rows.append({"fields": fields, "inputText": text, "inputIds": ids, "tokenIds": out,
                     "text": text_of(tokenizer, out)})
        print("  ", rows[-1]["text"])
    write_values("stories.json", {"checkpoint": name, "cases": rows})


def record_translations(name):
    model, tokenizer = load(name)
    rows = []
    for text, _ in corpus.translation_pairs(12, 77):
        ids = tokenizer.encode(text).ids
        out = generated(model, ids, [1] * len(ids), num_beams=4, max_length=128, early_stopping=True)
        rows.append({"text": text.removeprefix("translate English to Korean: "), "translation": text_of(tokenizer, out)})
        print("  ", rows[-1])
    write_values("translations.json", {"checkpoint": name, "prefix": "translate English to Korean:", "cases": rows})


if __name__ == "__main__":
    torch.set_num_threads(1)
    record_stories("t5-gated")
    record_translations("t5-bin")
