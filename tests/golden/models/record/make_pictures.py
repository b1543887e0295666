"""Draws the twenty pictures: large and small, wide and tall, palette, grey and transparent, PNG and JPEG.

Usage: python make_pictures.py. Each is kept small, since it is committed.
"""

import os
import random

from PIL import Image

from common import PICTURES
from corpus import COLOURS, GROUNDS, NUMBERS, SHAPES
from drawings import draw

# name, width, height, strokes of crayon, how it is kept
KINDS = [
    ("square-384.png", 384, 384, 0, {}), ("square-48.png", 48, 48, 40, {}), ("odd-42.png", 42, 42, 20, {}),
    ("tiny-17x23.png", 17, 23, 5, {}), ("wide-600x40.png", 600, 40, 60, {}), ("tall-40x500.png", 40, 500, 60, {}),
    ("landscape.jpg", 640, 480, 200, dict(quality=70)), ("portrait.jpg", 450, 640, 200, dict(quality=70)),
    ("fine-chroma.jpg", 320, 240, 300, dict(quality=85, subsampling=0)),
    ("progressive.jpg", 500, 333, 200, dict(quality=75, progressive=True)),
    ("large.jpg", 1600, 1200, 150, dict(quality=40)), ("rough.jpg", 301, 211, 400, dict(quality=12)),
    ("palette.png", 300, 300, 100, dict(mode="P")), ("grey.png", 256, 200, 100, dict(mode="L")),
    ("two-colours.png", 333, 222, 60, dict(mode="1")), ("see-through.png", 260, 180, 60, dict(mode="RGBA")),
    ("grey-see-through.png", 150, 150, 60, dict(mode="LA")), ("one-more-385.png", 385, 383, 0, {}),
    ("noise-64.png", 64, 64, 0, dict(noise=True)), ("checks-97.png", 97, 89, 0, dict(checks=True)),
]


def make(rng, number, name, width, height, crayon, mode=None, noise=False, checks=False, **kept):
    what = rng.choice(NUMBERS), rng.choice(list(COLOURS)), rng.choice(SHAPES), rng.choice(list(GROUNDS))
    picture = draw(rng, width, height, *what, crayon=crayon)
    if noise:
        picture = Image.frombytes("RGB", (width, height), rng.randbytes(width * height * 3))
    if checks:
        picture.putdata([(255, 255, 255) if (x + y) % 2 else (0, 0, 0) for y in range(height) for x in range(width)])
    if mode in ("RGBA", "LA"):
        alpha = Image.linear_gradient("L").resize((width, height))
        picture.putalpha(alpha)
        picture = picture.convert(mode)
    elif mode:
        picture = picture.convert(mode)
    picture.save(os.path.join(PICTURES, f"{number:02}-{name}"), optimize=True, **kept)


if __name__ == "__main__":
    os.makedirs(PICTURES, exist_ok=True)
    source = random.Random(8)
    for count, (file, w, h, strokes, options) in enumerate(KINDS, 1):
        make(source, count, file, w, h, strokes, **options)
    print(sum(entry.stat().st_size for entry in os.scandir(PICTURES)), "bytes")
