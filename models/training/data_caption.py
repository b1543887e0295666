"""Captions: pictures and what is said of them, from a CSV with the columns img_path and a caption in English.

`storybook dataset build` writes paths from the folders that its pictures were in; those are named by --images.

Pictures are prepared as `storybook` prepares them: by Pillow, bicubic. (With torchvision installed, transformers' default
processor would resample differently, so the one on Pillow is named here.)
"""

import hashlib
from pathlib import Path

import torch
from PIL import Image
from tokenizers import Tokenizer
from transformers import BlipImageProcessorPil

from data import padded


def picture_of(row: dict[str, str], images: list[Path]) -> Path:
    """In one of the folders of pictures, else beside the CSV itself."""
    places = [folder / row["img_path"] for folder in [*images, Path(row["folder"])]]
    found = next((path for path in places if path.exists()), None)
    if found is None:
        raise SystemExit(f"no picture {row['img_path']} in {', '.join(map(str, images)) or row['folder']}: name its folder "
                         "with --images (archives have to be unpacked)")
    return found


class Captions:
    """Examples: (path of the picture, ids of the caption between the start id and [SEP])."""

    def __init__(self, tokenizer: Tokenizer, rows: list[dict[str, str]], column: str, images: list[Path],
                 start_id: int, sep_id: int, most: int):
        self.cut, self.examples = 0, []
        for row in rows:
            ids = tokenizer.encode(row[column], add_special_tokens=False).ids
            self.cut += len(ids) > most - 2
            path = picture_of(row, images)
            self.examples.append((str(path), [start_id, *ids[: most - 2], sep_id]))

    def fingerprint(self) -> str:
        # By name alone: a folder that was moved still holds the same pictures.
        content = [(Path(path).name, ids) for path, ids in self.examples]
        return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def collate_captions(processor: BlipImageProcessorPil, pad_id: int):
    def collate(examples: list[tuple[str, list[int]]]) -> dict[str, torch.Tensor]:
        pictures = [Image.open(path).convert("RGB") for path, _ in examples]
        ids = padded([ids for _, ids in examples], pad_id)  # [batch, length]
        labels = ids.masked_fill(ids == pad_id, -100)
        labels[:, 0] = -100  # The start id is given, never predicted.
        return {
            "pixel_values": processor(pictures, return_tensors="pt")["pixel_values"],  # [batch, 3, side, side]
            "input_ids": ids,
            "attention_mask": (ids != pad_id).long(),
            "labels": labels,
        }

    return collate
