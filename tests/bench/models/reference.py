"""Times transformers on the same folders and the same work as ours.ts, and prints the figures as JSON.

Run by ../models.ts with: T5 folder, BLIP folder, threads, pages to tell one by one, work as JSON.
"""
import json
import sys
import time

import torch
from transformers import BlipForConditionalGeneration, T5ForConditionalGeneration

t5_folder, blip_folder, threads, alone, work = sys.argv[1:6]
torch.set_num_threads(int(threads))
work = json.loads(work)
pages = work["inputIds"]
beams, length = work["beams"], work["storyLength"]
figures = {}


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def pixels(count):
    return torch.sin(torch.arange(count * 3 * 384 * 384, dtype=torch.float32) / 7).reshape(count, 3, 384, 384)


def tell(texts):
    ids = torch.tensor(texts)
    t5.generate(
        input_ids=ids, attention_mask=torch.ones_like(ids), num_beams=beams, max_length=length, min_length=length,
        length_penalty=0.8, repetition_penalty=1.5, no_repeat_ngram_size=3, early_stopping=True)


def caption(count):
    blip.generate(pixel_values=pixels(count), max_length=work["captionLength"], min_length=work["captionLength"])


with torch.inference_mode():
    start = time.perf_counter()
    t5 = T5ForConditionalGeneration.from_pretrained(t5_folder, dtype=torch.float32).eval()
    blip = BlipForConditionalGeneration.from_pretrained(blip_folder, dtype=torch.float32).eval()
    figures["load"] = time.perf_counter() - start
    figures["vision"] = min(seconds(lambda: blip.vision_model(pixels(1))) for _ in range(3))
    figures["caption"] = seconds(lambda: caption(1))
    figures["captionsAlone"] = figures["caption"] * len(pages)
    figures["captions"] = seconds(lambda: caption(len(pages)))
    count = min(int(alone), len(pages))
    figures["storiesAlone"] = sum(seconds(lambda: tell([pages[i]])) for i in range(count)) * len(pages) / count
    figures["stories"] = seconds(lambda: tell(pages))

print(json.dumps(figures))
