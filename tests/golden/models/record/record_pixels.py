"""Records what BLIP's preprocessing (Pillow's resampling) makes of the pictures, and the captions they get.

Usage: python record_pixels.py. A tensor is kept as the SHA-256 of its bytes before normalisation, its channel means
and every 32nd value of every 32nd row.
"""

import os

import numpy as np
import torch
from PIL import Image
from transformers import BlipForConditionalGeneration, BlipImageProcessorPil, PreTrainedTokenizerFast

from common import CHECKPOINTS, PICTURES, base64_of, sha256_of, write_values

OTHERS = [(3, 50, 30), (2, 64, 64), (2, 200, 20), (1, 96, 33), (4, 31, 47), (5, 40, 40), (0, 60, 45)]


def rgb(file):
    return Image.open(os.path.join(PICTURES, file)).convert("RGB")


def record_pixels():
    rows = []
    processor = BlipImageProcessorPil()
    for file in sorted(os.listdir(PICTURES)):
        picture = rgb(file)
        resized = np.array(picture.resize((384, 384), Image.BICUBIC))
        pixels = processor(Image.open(os.path.join(PICTURES, file)), return_tensors="np")["pixel_values"][0]
        rows.append({
            "picture": file, "decoded": sha256_of(np.array(picture)), "resized": sha256_of(resized),
            "means": [round(float(channel.mean()), 6) for channel in pixels],
            "sample": base64_of(pixels[:, ::32, ::32], "f4")})
    resized = [{"picture": file, "resample": how, "width": width, "height": height,
                "sha256": sha256_of(np.array(rgb(file).resize((width, height), how)))}
               for file in sorted(os.listdir(PICTURES))[:20:3] for how, width, height in OTHERS]
    write_values("pixels.json", {"size": 384, "step": 32, "tensors": rows, "resized": resized})


def record_captions():
    rows = []
    for name in ("blip", "blip-odd-f16"):
        folder = os.path.join(CHECKPOINTS, name)
        model = BlipForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(folder, "tokenizer.json"),
                                            pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]")
        processor = BlipImageProcessorPil.from_pretrained(folder)
        for file in sorted(os.listdir(PICTURES)):
            pixels = processor(Image.open(os.path.join(PICTURES, file)), return_tensors="pt")["pixel_values"]
            for beams in (1, 3):
                ids = model.generate(pixel_values=pixels, max_length=20, num_beams=beams)[0].tolist()[1:]
                end = model.config.text_config.sep_token_id
                ids = ids[: ids.index(end) + 1] if end in ids else ids
                # As transformers 4 decoded with a BERT tokenizer, whose clean-up is on by default.
                caption = tokenizer.clean_up_tokenization(tokenizer.decode(ids, skip_special_tokens=True))
                rows.append({"checkpoint": name, "picture": file, "beams": beams, "tokenIds": ids, "caption": caption})
    write_values("captions.json", {"cases": rows})


if __name__ == "__main__":
    torch.set_num_threads(1)
    record_pixels()
    record_captions()
