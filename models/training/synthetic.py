"""Rows of a synthetic data set with its true captions, for training the small checkpoints from scratch.

Usage: python synthetic.py SET --out FOLDER [--captions en|ko|both]   (SET: `storybook dataset synthesize --out SET …`)

`storybook dataset build` makes the same files with the captions of a captioner, but a captioner has to be trained first.
Training and validation stay apart as the set has them. The column `english` holds the caption that BLIP learns.
"""

import argparse
import csv
import hashlib
import json
import os
import random
import re
from pathlib import Path

OPTIONAL = ["character", "setting", "action", "feeling", "causalRelationship", "outcomeResolution", "prediction"]
COLUMNS = ["id", "img_path", "caption", "srcText", "name", "i_action", "classification", *OPTIONAL,
           "input_text", "output_text", "english"]


def input_text(fields: dict[str, str], seed_text: str) -> str:
    """As the original made it: a token before each item, <empty> for an absent field, shuffled by the row's id."""
    parts = [f"<{key}> {fields[key].strip()}" for key in ("caption", "name", "i_action", "classification")]
    for key in OPTIONAL:
        items = [item.strip() for item in fields[key].split(",") if item.strip()]
        parts += [f"<{key}> {item}" for item in items] or [f"<{key}> <empty>"]
    random.seed(int(hashlib.md5(seed_text.encode()).hexdigest(), 16) % 10**8)
    random.shuffle(parts)
    return "generate: " + " ".join(parts)


def output_text(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s가-힣.,?!]", "", text)).strip()


def rows_of_set(folder: Path, part: str, captions: str, out: Path):
    with open(folder / "captions.csv", encoding="utf-8", newline="") as file:
        english = {Path(row["img_path"]).stem: (row["caption"], row["img_path"]) for row in csv.DictReader(file)}
    files = sorted(folder.glob(f"{part}/**/*.json"), key=lambda path: int(path.stem.rsplit("_", 1)[1]))
    for index, path in enumerate(files):
        image = json.loads(path.read_text(encoding="utf-8"))["imageInfo"][0]
        caption, picture = english[path.stem]
        fields = {key: image[key] or "" for key in OPTIONAL}
        fields |= {key: image["entity"][0][key] for key in ("name", "i_action")}
        fields["classification"] = image["imageCaptionInfo"]["classification"]
        # "both": a storyteller that is given captions of either language, with and without a translator.
        korean = captions == "ko" or (captions == "both" and index % 2 == 1)
        fields["caption"] = image["imageCaptionInfo"]["imageCaption"] if korean else caption
        yield {"id": path.stem, "img_path": os.path.relpath(folder / picture, out), "srcText": image["srcText"],
               **fields, "english": caption, "input_text": input_text(fields, path.stem),
               "output_text": output_text(image["srcText"])}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--captions", choices=["en", "ko", "both"], default="both")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for part, split in (("Training", "train"), ("Validation", "val")):
        with open(given.out / f"dataset_{split}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows_of_set(given.set, part, given.captions, given.out))
