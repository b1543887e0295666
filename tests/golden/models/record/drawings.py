"""Pictures for the captioners: shapes on grounds, at the size a model sees them, and larger ones for people."""

import math

from PIL import Image, ImageDraw

from corpus import COLOURS, GROUNDS, NUMBERS, SHAPES, caption_of


def draw_shape(pen, shape, x, y, r, colour):
    if shape == "circle":
        pen.ellipse([x - r, y - r, x + r, y + r], fill=colour)
    elif shape == "square":
        pen.rectangle([x - r, y - r, x + r, y + r], fill=colour)
    elif shape == "triangle":
        pen.polygon([(x, y - r), (x - r, y + r), (x + r, y + r)], fill=colour)
    elif shape == "star":
        points = [(x + (r if k % 2 == 0 else r * 0.42) * math.sin(k * math.pi / 5),
                   y - (r if k % 2 == 0 else r * 0.42) * math.cos(k * math.pi / 5)) for k in range(10)]
        pen.polygon(points, fill=colour)
    elif shape == "house":
        pen.rectangle([x - r * 0.8, y - r * 0.1, x + r * 0.8, y + r], fill=colour)
        pen.polygon([(x, y - r), (x - r, y - r * 0.1), (x + r, y - r * 0.1)], fill=(90, 60, 40))
    else:
        pen.rectangle([x - r * 0.15, y, x + r * 0.15, y + r], fill=(90, 60, 40))
        pen.ellipse([x - r * 0.8, y - r, x + r * 0.8, y + r * 0.3], fill=colour)


def draw(rng, width, height, number, colour, shape, ground, crayon=0):
    """One drawing. `crayon` is how many strokes of texture lie under the shapes."""
    picture = Image.new("RGB", (width, height), GROUNDS[ground])
    pen = ImageDraw.Draw(picture)
    for _ in range(crayon):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        shade = tuple(min(255, max(0, c + rng.randint(-40, 40))) for c in GROUNDS[ground])
        pen.line([x, y, x + rng.uniform(-30, 30), y + rng.uniform(-30, 30)], fill=shade, width=rng.randint(1, 4))
    count = 1 + NUMBERS.index(number)
    small = min(width, height)
    for place in range(count):
        x = width * (place + 0.5 + rng.uniform(-0.1, 0.1)) / count
        y = height * rng.uniform(0.4, 0.6)
        draw_shape(pen, shape, x, y, small * rng.uniform(0.14, 0.2) * (1.4 if count == 1 else 1), COLOURS[colour])
    return picture


def caption_pairs(rng, count, size):
    """`count` drawings of size × size with a caption each."""
    pairs = []
    for _ in range(count):
        what = rng.choice(NUMBERS), rng.choice(list(COLOURS)), rng.choice(SHAPES), rng.choice(list(GROUNDS))
        pairs.append((draw(rng, size * 3, size * 3, *what).resize((size, size), Image.BICUBIC), caption_of(rng, *what)))
    return pairs
