"""Records what transformers generates from the small checkpoints, and the logits of single steps.

Usage: python record_generation.py [CHECKPOINT…]. Every case is one page by itself (a batch of one), fp32 on the CPU.
A case whose tokens change when the weights are nudged by a millionth (or computed in float64) hangs on rounding and
not on the algorithm: such cases are left out, and their number is printed and recorded.
"""

import copy
import os
import random
import sys

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer
from transformers import AutoModelForSeq2SeqLM, BlipForConditionalGeneration, BlipImageProcessorPil

import corpus
from common import CHECKPOINTS, PICTURES, base64_of, write_values
from vocabularies import SPECIAL

ORIGINAL = dict(num_beams=3, length_penalty=0.8, repetition_penalty=1.5, no_repeat_ngram_size=3, early_stopping=True,
                max_length=128)
PLAIN = dict(num_beams=1, length_penalty=1.0, repetition_penalty=1.0, no_repeat_ngram_size=0, early_stopping=False,
             max_length=40, min_length=0)


def settings(longest):
    """Settings, from the plain ones outwards: each differs from PLAIN by what is given."""
    rows = [{}, dict(repetition_penalty=1.5), dict(repetition_penalty=0.7), dict(no_repeat_ngram_size=2),
            dict(no_repeat_ngram_size=1), dict(min_length=25), dict(max_length=6), dict(max_length=2),
            dict(ORIGINAL, max_length=longest)]
    for beams in (2, 3, 4, 5, 6, 7):
        for early in (True, False, "never"):
            rows.append(dict(num_beams=beams, early_stopping=early))
    rows += [dict(num_beams=3, early_stopping=early, length_penalty=penalty)
             for early in (True, False, "never") for penalty in (-0.5, 0.0, 0.5, 2.0)]
    rows += [
        dict(num_beams=3, repetition_penalty=2.0), dict(num_beams=5, repetition_penalty=0.8, early_stopping="never"),
        dict(num_beams=2, no_repeat_ngram_size=2), dict(num_beams=4, no_repeat_ngram_size=1, early_stopping=True),
        dict(num_beams=3, no_repeat_ngram_size=3, repetition_penalty=1.3, length_penalty=1.5),
        dict(num_beams=4, min_length=30, early_stopping=True), dict(num_beams=3, min_length=12, max_length=18),
        dict(num_beams=5, max_length=5, early_stopping=True), dict(num_beams=7, max_length=3, length_penalty=2.0),
        dict(num_beams=3, max_length=9, early_stopping="never", length_penalty=2.0),
        dict(num_beams=6, max_length=longest, min_length=8, repetition_penalty=1.2, no_repeat_ngram_size=2,
             length_penalty=0.6, early_stopping=True),
    ]
    return [{**PLAIN, **row, "max_length": min({**PLAIN, **row}["max_length"], longest)} for row in rows]


def nudged(model, seed):
    """The model with every weight changed by about a millionth of itself."""
    other = copy.deepcopy(model)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in other.parameters():
            weight.mul_(1 + 1e-6 * torch.randn(weight.shape, generator=generator))
    return other


def witnesses(model):
    return [nudged(model, 1), nudged(model, 2), nudged(model, 3), copy.deepcopy(model).double()]


def camel(options):
    names = dict(num_beams="numBeams", length_penalty="lengthPenalty", repetition_penalty="repetitionPenalty",
                 no_repeat_ngram_size="noRepeatNgramSize", early_stopping="earlyStopping", max_length="maxLength",
                 min_length="minLength")
    return {names[key]: value for key, value in {"min_length": 0, **options}.items()}


def run_case(models, generate, options, end):
    """Token ids without the start and with the end, and the score; None where the witnesses disagree."""
    runs = []
    for model in models:
        out = generate(model, return_dict_in_generate=True, output_scores=True, **options)
        ids = out.sequences[0].tolist()[1:]
        if end in ids:
            ids = ids[: ids.index(end) + 1]
        score = out.sequences_scores[0].item() if options["num_beams"] > 1 else None
        runs.append((ids, score))
    first = runs[0]
    return first if all(ids == first[0] for ids, _ in runs) else None


def record_cases(models, inputs, generate, rows, end):
    cases, dropped = [], 0
    for options, index in rows:
        found = run_case(models, lambda model, **more: generate(model, inputs[index], **more), options, end)
        if found is None:
            dropped += 1
            continue
        cases.append({"input": index, "options": camel(options), "tokenIds": found[0], "score": found[1]})
    return cases, dropped


def t5_inputs(name, tokenizer):
    """Input ids with masks: the special tokens masked as the original did, and masks with other holes."""
    rng = random.Random(21)
    special = {tokenizer.token_to_id(token) for token in SPECIAL}
    pairs = corpus.translation_pairs(9, 99) if name == "t5-bin" else corpus.story_pairs(9, 99)
    rows = []
    for number, (text, _) in enumerate(pairs):
        ids = tokenizer.encode(text).ids
        ids = ids[:127] + [1] if len(ids) > 128 else ids
        mask = [int(token not in special) for token in ids]
        if number == 6:
            mask = [1] * len(ids)
        if number == 7:
            mask = [int(rng.random() < 0.7) for _ in ids]
        if number == 8:
            mask = [0] * 5 + mask[5:-3] + [0] * 3
        rows.append({"text": text, "inputIds": ids, "attentionMask": mask})
    rows.append({"text": "", "inputIds": [1], "attentionMask": [1]})
    return rows


def record_t5(name, cases_of):
    folder = os.path.join(CHECKPOINTS, name)
    model = AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    inputs = t5_inputs(name, tokenizer)

    def generate(which, row, **options):
        return which.generate(input_ids=torch.tensor([row["inputIds"]]),
                              attention_mask=torch.tensor([row["attentionMask"]]), **options)

    rows = cases_of(settings(128), len(inputs))
    rows += [({**PLAIN, **ORIGINAL}, index) for index in range(len(inputs))]
    rows += [({**PLAIN, "num_beams": 4, "early_stopping": early, "length_penalty": 1.3}, index)
             for index in range(len(inputs)) for early in (True, False)]
    cases, dropped = record_cases([model, *witnesses(model)], inputs, generate, rows, 1)
    logits = []
    for index in (0, 3, 7):
        prefix = [0, *cases[index]["tokenIds"][:4]] if index else [0]
        row = inputs[index]
        with torch.no_grad():
            out = model(input_ids=torch.tensor([row["inputIds"]]), attention_mask=torch.tensor([row["attentionMask"]]),
                        decoder_input_ids=torch.tensor([prefix])).logits[0, -1]
        logits.append({"input": index, "decoderIds": prefix, "logits": base64_of(out.numpy(), "f4")})
    write_values(f"generation/{name}.json", {
        "checkpoint": name, "leftOut": dropped, "inputs": inputs, "cases": cases, "logits": logits})
    report(name, cases, dropped, tokenizer)


def record_blip(name, cases_of):
    folder = os.path.join(CHECKPOINTS, name)
    model = BlipForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    processor = BlipImageProcessorPil.from_pretrained(folder)
    files = sorted(os.listdir(PICTURES))
    inputs = []
    for file in files:
        picture = Image.open(os.path.join(PICTURES, file))
        bytes_ = np.array(picture.convert("RGB").resize((processor.size.width, processor.size.height), Image.BICUBIC))
        inputs.append({"picture": file, "width": processor.size.width, "height": processor.size.height,
                       "rgb": base64_of(bytes_, "u1"),
                       "pixels": processor(picture, return_tensors="pt")["pixel_values"]})

    def generate(which, row, **options):
        pixels = row["pixels"].to(next(which.parameters()).dtype)
        return which.generate(pixel_values=pixels, **options)

    rows = [(options, index) for options, index in cases_of(settings(38), len(inputs))]
    rows += [({**PLAIN, "max_length": 20}, index) for index in range(len(inputs))]
    end = model.config.text_config.sep_token_id
    cases, dropped = record_cases([model, *witnesses(model)], inputs, generate, rows, end)
    logits = []
    for index in (0, 5, 9):
        prefix = [model.config.text_config.bos_token_id, *(cases[index]["tokenIds"][:3] if index else [])]
        with torch.no_grad():
            vision = model.vision_model(inputs[index]["pixels"])[0]
            out = model.text_decoder(input_ids=torch.tensor([prefix]), encoder_hidden_states=vision).logits[0, -1]
        logits.append({"input": index, "decoderIds": prefix, "logits": base64_of(out.numpy(), "f4"),
                       "imageTokens": base64_of(vision[0, :2].numpy(), "f4")})
    for row in inputs:
        del row["pixels"]
    write_values(f"generation/{name}.json", {
        "checkpoint": name, "leftOut": dropped, "imageMean": list(processor.image_mean),
        "imageStd": list(processor.image_std), "inputs": inputs, "cases": cases, "logits": logits})
    report(name, cases, dropped, tokenizer)


def report(name, cases, dropped, tokenizer):
    print(f"{name}: {len(cases)} cases, {dropped} left out")
    for case in cases[:: max(1, len(cases) // 8)]:
        print("  ", case["input"], len(case["tokenIds"]), tokenizer.decode(case["tokenIds"]), flush=True)


def every(step, shift=0):
    """Every `step`th setting, each with another input."""
    return lambda rows, count: [(row, (number * 7 + shift) % count) for number, row in enumerate(rows)
                                if number % step == 0 or row["num_beams"] == 3 and row["repetition_penalty"] == 1.5]


RECORDERS = {
    "t5-relu": (record_t5, every(1)),
    "t5-gated": (record_t5, every(1, 3)),
    "t5-sharded-bf16": (record_t5, every(3, 1)),
    "t5-bin": (record_t5, every(2, 2)),
    "blip": (record_blip, every(1)),
    "blip-odd-f16": (record_blip, every(2, 1)),
}

if __name__ == "__main__":
    torch.set_num_threads(1)
    for each in sys.argv[1:] or RECORDERS:
        recorder, choose = RECORDERS[each]
        recorder(each, choose)
