"""Trains the small checkpoints, each for about a minute, and saves them as the folders that people have.

Usage: python train.py [NAME…]. Small, yet not toys: the distributions are peaked, so that beams, penalties and
early stopping each change what comes out.
"""

import json
import os
import random
import shutil
import sys
import time

import torch
from transformers import (
    BlipConfig, BlipForConditionalGeneration, BlipImageProcessorPil, T5Config, T5ForConditionalGeneration)

import corpus
import drawings
import vocabularies

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKPOINTS = os.path.join(HERE, "..", "checkpoints")
SECONDS = float(os.environ.get("TRAIN_SECONDS", "60"))

T5_CASES = {
    # As KoT5: relu, tied; tokenizer.json as the original T5's.
    "t5-relu": dict(
        task="story", pieces=1000, shape="original",
        config=dict(d_model=64, d_kv=16, num_heads=4, d_ff=160, num_layers=2, feed_forward_proj="relu",
                    tie_word_embeddings=True)),
    # As T5 1.1, with no two dimensions alike, and a vocabulary padded beyond the tokenizer's.
    "t5-gated": dict(
        task="story", pieces=900, shape="converted", padding=16,
        config=dict(d_model=56, d_kv=20, num_heads=3, d_ff=72, num_layers=3, num_decoder_layers=2,
                    relative_attention_num_buckets=16, relative_attention_max_distance=40,
                    layer_norm_epsilon=1e-5, feed_forward_proj="gated-gelu", tie_word_embeddings=False)),
    # bfloat16 in several files with an index.
    "t5-sharded-bf16": dict(
        task="story", pieces=1000, shape="older", dtype=torch.bfloat16, shard="150KB",
        config=dict(d_model=64, d_kv=32, num_heads=2, d_ff=96, num_layers=2, feed_forward_proj="relu",
                    tie_word_embeddings=True)),
    # Only pytorch_model.bin; translates English captions.
    "t5-bin": dict(
        task="translation", pieces=220, shape="converted", binary=True, seconds=20,
        config=dict(d_model=48, d_kv=16, num_heads=3, d_ff=128, num_layers=2, feed_forward_proj="relu",
                    tie_word_embeddings=True)),
}

BLIP_CASES = {
    # As BLIP base in small.
    "blip": dict(
        pieces=500,
        vision=dict(hidden_size=48, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4, image_size=48,
                    patch_size=8),
        text=dict(hidden_size=48, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4)),
    # No two dimensions alike, a picture size that is no multiple of the patch, float16.
    "blip-odd-f16": dict(
        pieces=300, dtype=torch.float16,
        vision=dict(hidden_size=36, intermediate_size=52, num_hidden_layers=3, num_attention_heads=3, image_size=42,
                    patch_size=10, layer_norm_eps=1e-4),
        text=dict(hidden_size=40, intermediate_size=88, num_hidden_layers=2, num_attention_heads=5,
                  layer_norm_eps=1e-6)),
}


def train(model, batches, rate, what, seconds):
    """Adam with a warm-up and a linear way down."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    start, step, losses = time.time(), 0, []
    model.train()
    while (done := (time.time() - start) / seconds) < 1:
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 40, 1.05 - done)
        loss = model(**next(batches)).loss
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.item())
        step += 1
    print(f"{what}: {step} steps, loss {sum(losses[-20:]) / 20:.3f}", flush=True)
    return model.eval()


def pad(rows, value):
    longest = max(map(len, rows))
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def t5_batches(tokenizer, pairs, size, rng):
    special = {tokenizer.token_to_id(token) for token in vocabularies.SPECIAL}
    coded = [(tokenizer.encode(a).ids, tokenizer.encode(b).ids) for a, b in pairs]
    coded = [(a[:127] + [1] if len(a) > 128 else a, b) for a, b in coded]
    while True:
        rng.shuffle(coded)
        for at in range(0, len(coded) - size, size):
            rows = coded[at : at + size]
            ids = pad([a for a, _ in rows], 0)
            mask = torch.tensor([[int(i != 0 and i not in special) for i in row] for row in ids.tolist()])
            yield dict(input_ids=ids, attention_mask=mask, labels=pad([b for _, b in rows], -100))


def train_t5(name, task, pieces, shape, config, padding=0, dtype=None, shard=None, binary=False,
             seconds=SECONDS):
    folder = fresh(name)
    pairs = corpus.story_pairs(3000, 7) if task == "story" else corpus.translation_pairs(3000, 7)
    sentences = [text for pair in pairs for text in pair]
    for token in vocabularies.SPECIAL:
        sentences = [text.replace(token, " ") for text in sentences]
    tokenizer = vocabularies.save_unigram(vocabularies.train_pieces(sentences, pieces), shape, folder)
    size = tokenizer.get_vocab_size() + padding
    torch.manual_seed(11)
    model = T5ForConditionalGeneration(T5Config(
        vocab_size=size, dropout_rate=0.0, decoder_start_token_id=0, pad_token_id=0, eos_token_id=1, **config))
    rng = random.Random(5)
    model = train(model, t5_batches(tokenizer, pairs, 24, rng), 6e-3, name, seconds)
    if dtype:
        model = model.to(dtype)
    if binary:
        model.config.save_pretrained(folder)
        model.generation_config.save_pretrained(folder)
        torch.save(model.state_dict(), os.path.join(folder, "pytorch_model.bin"))
    else:
        model.save_pretrained(folder, **(dict(max_shard_size=shard) if shard else {}))


def blip_batches(tokenizer, processor, pairs, bos, rng):
    pixels = processor([picture for picture, _ in pairs], return_tensors="pt")["pixel_values"]
    sep = tokenizer.token_to_id("[SEP]")
    coded = [[bos, *tokenizer.encode(text, add_special_tokens=False).ids, sep] for _, text in pairs]
    order = list(range(len(pairs)))
    while True:
        rng.shuffle(order)
        for at in range(0, len(order) - 24, 24):
            rows = order[at : at + 24]
            ids = pad([coded[row] for row in rows], 0)
            yield dict(pixel_values=pixels[rows], input_ids=ids, attention_mask=(ids != 0).long(),
                       labels=ids.masked_fill(ids == 0, -100))


def train_blip(name, pieces, vision, text, dtype=None):
    folder = fresh(name)
    rng = random.Random(3)
    pairs = drawings.caption_pairs(rng, 1500, vision["image_size"])
    tokenizer = vocabularies.word_piece([words for _, words in pairs[:200]] + corpus.READING.split("\n") * 3, pieces)
    vocabularies.save_word_piece(tokenizer, folder)
    # As in BLIP: two ids beyond the tokenizer's, [DEC] to start with and [ENC].
    bos, sep = tokenizer.get_vocab_size(), tokenizer.token_to_id("[SEP]")
    torch.manual_seed(12)
    model = BlipForConditionalGeneration(BlipConfig(
        vision_config=dict(attention_dropout=0.0, **vision),
        text_config=dict(
            vocab_size=bos + 2, encoder_hidden_size=vision["hidden_size"], bos_token_id=bos, eos_token_id=2,
            sep_token_id=sep, pad_token_id=0, max_position_embeddings=40, hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0, is_decoder=True, label_smoothing=0.0, **text),
        projection_dim=24, image_text_hidden_size=24, vocab_size=bos + 2))
    size = vision["image_size"]
    processor = BlipImageProcessorPil(size={"height": size, "width": size})
    model = train(model, blip_batches(tokenizer, processor, pairs, bos, rng), 3e-3, name, SECONDS)
    if dtype:
        model = model.to(dtype)
    model.save_pretrained(folder)
    vocabularies.write_json(folder, "preprocessor_config.json", {
        "do_convert_rgb": True, "do_normalize": True, "do_rescale": True, "do_resize": True,
        "image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711],
        "image_processor_type": "BlipImageProcessor", "resample": 3, "rescale_factor": 1 / 255,
        "size": {"height": size, "width": size}})


def fresh(name):
    folder = os.path.join(CHECKPOINTS, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return folder


if __name__ == "__main__":
    torch.set_num_threads(1)
    wanted = sys.argv[1:] or [*T5_CASES, *BLIP_CASES]
    for each in wanted:
        if each in T5_CASES:
            train_t5(each, **T5_CASES[each])
        else:
            train_blip(each, **BLIP_CASES[each])
        for entry in os.scandir(os.path.join(CHECKPOINTS, each)):
            os.chmod(entry.path, 0o644)
        size = sum(entry.stat().st_size for entry in os.scandir(os.path.join(CHECKPOINTS, each)))
        print(json.dumps({"checkpoint": each, "bytes": size}), flush=True)
