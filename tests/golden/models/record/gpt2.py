"""Trains the small GPT2 checkpoints in the form of KoGPT2, and records what transformers generates from them.

Usage: python gpt2.py [train] [record]. Prompts are those of the storyteller `kogpt2`: the original's fields in
brackets, and this project's own in angles; fields always in one order. Special buffers and the names without
`transformer.` are those that older checkpoints hold.
"""

import json
import os
import random
import sys

import torch
from tokenizers import AddedToken, SentencePieceBPETokenizer, Tokenizer
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

import corpus
from common import CHECKPOINTS, base64_of, write_values
from record_generation import ORIGINAL, PLAIN, every, record_cases, report, settings, witnesses
from texts import all_texts
from train import fresh, pad, train
from vocabularies import write_json

FIELDS = ["caption", "name", "i_action", "classification", *corpus.FIELDS]
BASE = ["<s>", "</s>", "<usr>", "<pad>", "<sys>", "<unk>", "<mask>"]
"""The first ids of skt/kogpt2-base-v2: it ends with 1 and pads with 3."""
END, PAD = 1, 3


def brackets(fields):
    """As the original's comparison wrote it: a whole field behind its name, in one order."""
    return " ".join(f"[{key}] {(fields.get(key) or '').strip() or '<empty>'}" for key in FIELDS)


def angles(fields):
    """As the storyteller kot5 is asked, in one order, and set off from the story."""
    return "generate: " + " ".join(corpus.input_tokens(fields)) + " story:"


CASES = {
    # As KoGPT2 in small, fine-tuned as the original's comparison was.
    "gpt2": dict(prompt=brackets, special=[f"[{key}]" for key in FIELDS], pieces=900, seconds=70,
                 config=dict(n_embd=64, n_head=4, n_layer=2, n_positions=320)),
    # Other sizes and activation, pytorch_model.bin with the names and buffers of older checkpoints.
    "gpt2-bin": dict(prompt=angles, special=[f"<{key}>" for key in FIELDS], pieces=500, seconds=45, older=True,
                     config=dict(n_embd=48, n_head=3, n_layer=3, n_inner=112, n_positions=360,
                                 activation_function="gelu", layer_norm_epsilon=1e-6)),
}


def pairs_of(prompt, count, seed):
    rng = random.Random(seed)
    pairs = []
    for _ in range(count):
        fields, parts = corpus.scene(rng)
        pairs.append((prompt(fields), corpus.story(rng, parts, fields.get("feeling", "").split(",")[0].strip()), fields))
    return pairs


def save_tokenizer(sentences, pieces, special, folder):
    """Characters joined by merges, words begun by ▁, as KoGPT2's; written as tokenizers of its time wrote it."""
    trained = SentencePieceBPETokenizer(unk_token="<unk>")
    trained.train_from_iterator(sentences, vocab_size=pieces, special_tokens=BASE, show_progress=False)
    trained.add_special_tokens([AddedToken(token, normalized=False) for token in [*special, "<empty>"]])
    data = json.loads(trained.to_str())
    metaspace = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True}
    data["pre_tokenizer"], data["decoder"] = {**metaspace}, {**metaspace}
    data["model"]["merges"] = [" ".join(merge) for merge in data["model"]["merges"]]
    write_json(folder, "tokenizer.json", data, indent=None)
    write_json(folder, "tokenizer_config.json", {
        "bos_token": "</s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>",
        "tokenizer_class": "PreTrainedTokenizerFast"})
    return Tokenizer.from_str(json.dumps(data))


def batches(coded, size, rng):
    while True:
        rng.shuffle(coded)
        for at in range(0, len(coded) - size, size):
            rows = coded[at : at + size]
            ids = pad([prompt + told for prompt, told in rows], PAD)
            labels = pad([[-100] * len(prompt) + told for prompt, told in rows], -100)
            yield dict(input_ids=ids, attention_mask=(torch.arange(ids.shape[1])[None] < torch.tensor(
                [[len(prompt) + len(told)] for prompt, told in rows])).long(), labels=labels)


def train_gpt2(name, prompt, special, pieces, seconds, config, older=False):
    folder = fresh(name)
    pairs = pairs_of(prompt, 3000, 7)
    sentences = [text for asked, told, _ in pairs for text in (asked, told)]
    for token in [*special, "<empty>"]:
        sentences = [text.replace(token, " ") for text in sentences]
    tokenizer = save_tokenizer(sentences, pieces, special, folder)
    coded = [(tokenizer.encode(asked).ids, [*tokenizer.encode(told).ids, END]) for asked, told, _ in pairs]
    print(name, tokenizer.get_vocab_size(), "ids; longest", max(len(a) + len(b) for a, b in coded), flush=True)
    torch.manual_seed(13)
    model = GPT2LMHeadModel(GPT2Config(
        vocab_size=tokenizer.get_vocab_size(), bos_token_id=0, eos_token_id=END, pad_token_id=PAD, embd_pdrop=0.0,
        attn_pdrop=0.0, resid_pdrop=0.0, **config))
    model = train(model, batches(coded, 16, random.Random(5)), 4e-3, name, seconds)
    if not older:
        model.save_pretrained(folder)
        return
    model.config.save_pretrained(folder)
    model.generation_config.save_pretrained(folder)
    state = {key.removeprefix("transformer."): value.clone() for key, value in model.state_dict().items()
             if key != "lm_head.weight"}
    places = config["n_positions"]
    for layer in range(config["n_layer"]):
        state[f"h.{layer}.attn.bias"] = torch.tril(torch.ones(24, 24, dtype=torch.uint8)).view(1, 1, 24, 24)
        state[f"h.{layer}.attn.masked_bias"] = torch.tensor(-1e4)
    assert places > 24
    torch.save(state, os.path.join(folder, "pytorch_model.bin"))


def load(name):
    folder = os.path.join(CHECKPOINTS, name)
    return (GPT2LMHeadModel.from_pretrained(folder, dtype=torch.float32).eval(),
            Tokenizer.from_file(os.path.join(folder, "tokenizer.json")))


def inputs_of(name, tokenizer):
    rows = [{"text": asked, "inputIds": tokenizer.encode(asked).ids} for asked, _, _ in
            pairs_of(CASES[name]["prompt"], 9, 99)]
    word = tokenizer.encode("별이는").ids
    return [*rows, {"text": "별이는", "inputIds": word}, {"text": "", "inputIds": [END]}]


def generated(model, ids, **options):
    """The ids after the prompt, up to the end."""
    out = model.generate(input_ids=torch.tensor([ids]), attention_mask=torch.ones(1, len(ids), dtype=torch.long),
                         pad_token_id=PAD, **options)[0].tolist()[len(ids):]
    return out[: out.index(END) + 1] if END in out else out


def together(model, inputs, options):
    """All prompts as one batch, padded on their left, which is how transformers takes several at once."""
    longest = max(len(row["inputIds"]) for row in inputs)
    ids = torch.tensor([[PAD] * (longest - len(row["inputIds"])) + row["inputIds"] for row in inputs])
    mask = torch.tensor([[0] * (longest - len(row["inputIds"])) + [1] * len(row["inputIds"]) for row in inputs])
    out = model.generate(input_ids=ids, attention_mask=mask, pad_token_id=PAD, max_new_tokens=40, **options)
    rows = [row.tolist()[longest:] for row in out]
    return [row[: row.index(END) + 1] if END in row else row for row in rows]


def record(name, cases_of):
    model, tokenizer = load(name)
    inputs = inputs_of(name, tokenizer)

    def generate(which, row, **options):
        ids = row["inputIds"]
        # Lengths are those of transformers: the prompt counts.
        more = {**options, "max_length": options["max_length"] + len(ids) - 1}
        if options.get("min_length"):
            more["min_length"] = options["min_length"] + len(ids) - 1
        out = which.generate(input_ids=torch.tensor([ids]), pad_token_id=PAD,
                             attention_mask=torch.ones(1, len(ids), dtype=torch.long), **more)
        # `record_cases` takes one id off as the start: all but the last of the prompt go here.
        out.sequences = out.sequences[:, len(ids) - 1:]
        return out

    rows = cases_of(settings(100), len(inputs))
    rows += [({**PLAIN, **ORIGINAL}, index) for index in range(len(inputs))]
    rows += [({**PLAIN, "num_beams": 4, "early_stopping": early, "length_penalty": 1.3}, index)
             for index in range(len(inputs)) for early in (True, False)]
    cases, dropped = record_cases([model, *witnesses(model)], inputs, generate, rows, END)
    for case in cases:
        longer = len(inputs[case["input"]]["inputIds"]) - 1
        case["options"]["maxLength"] += longer
        case["options"]["minLength"] += longer if case["options"]["minLength"] else 0
    options = {key: value for key, value in ORIGINAL.items() if key != "max_length"}
    logits = []
    for index in (0, 3, 10):
        ids = [*inputs[index]["inputIds"], *(cases[index]["tokenIds"][:3] if cases[index]["input"] == index else [])]
        with torch.no_grad():
            found = model(input_ids=torch.tensor([ids])).logits[0, -1]
        logits.append({"input": index, "ids": ids, "logits": base64_of(found.numpy(), "f4")})
    write_values(f"generation/{name}.json", {
        "checkpoint": name, "leftOut": dropped, "inputs": inputs, "cases": cases, "logits": logits,
        "together": {"newTokens": 40, "tokenIds": together(model, inputs, options)}})
    report(name, cases, dropped, tokenizer)


def record_stories():
    """From fields to text, with the original's settings and room for 127 ids behind the prompt."""
    rows = []
    for name, case in CASES.items():
        model, tokenizer = load(name)
        whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer)
        for asked, _, fields in pairs_of(case["prompt"], 8, 4242):
            ids = tokenizer.encode(asked).ids
            out = generated(model, ids, **{**ORIGINAL, "max_length": len(ids) + 127})
            special = lambda row: whole.clean_up_tokenization(tokenizer.decode(row, skip_special_tokens=True))
            rows.append({"checkpoint": name, "fields": fields, "inputText": asked, "inputIds": ids, "tokenIds": out,
                         "text": special(out).strip(), "whole": special([*ids, *out]).strip()})
            print("  ", rows[-1]["text"], flush=True)
    write_values("kogpt2-stories.json", {"cases": rows})


def record_tokenisations():
    """What the `tokenizers` library makes of texts, with characters that the vocabularies know nothing of.

    Left out: the era name of 2019 (U+32FF), which the library's Unicode tables do not know yet and JavaScript's do.
    """
    tokenizers = [Tokenizer.from_file(os.path.join(CHECKPOINTS, name, "tokenizer.json")) for name in CASES]
    texts = [text for text in all_texts() if "\u32ff" not in text]
    rows = [{"text": text, "ids": [tokenizer.encode(text).ids for tokenizer in tokenizers]} for text in texts]
    write_values("kogpt2-tokenisations.json", {"checkpoints": list(CASES), "cases": rows})


if __name__ == "__main__":
    torch.set_num_threads(1)
    wanted = sys.argv[1:] or ["train", "record"]
    if "train" in wanted:
        for each, options in CASES.items():
            train_gpt2(each, **options)
            for entry in os.scandir(os.path.join(CHECKPOINTS, each)):
                os.chmod(entry.path, 0o644)
    if "record" in wanted:
        record("gpt2", every(1))
        record("gpt2-bin", every(2, 1))
        record_stories()
        record_tokenisations()
