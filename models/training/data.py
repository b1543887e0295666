"""Stories: rows of dataset_train.csv and dataset_val.csv as tokens, with the placeholders masked.

What a row's `input_text` and `output_text` are is decided by `storybook dataset build`; here they only become numbers.
"""

import csv
import hashlib
import os
import random
import re
from pathlib import Path
from typing import Iterator

import torch
from tokenizers import AddedToken, Tokenizer
from transformers import AutoTokenizer

# In the order of their ids, which follow the base model's: 32100 to 32111 in the fine-tuned KoT5.
PLACEHOLDERS = [
    "<character>", "<prediction>", "<setting>", "<action>", "<feeling>", "<outcomeResolution>",
    "<causalRelationship>", "<name>", "<caption>", "<i_action>", "<classification>", "<empty>",
]
# Syllables that names of children, animals and dolls are often made of.
NAME_SYLLABLES = (
    "가강건경고구규권금기길김나난남노누늘다단달담대도동두둥들디라람래로록롱루름리린마만말망매모몽무문미민바반방밤별보복봄봉"
    "비빈빛사산상새샘서석선설성세소솔송수순슬승시신아안애양여연영예오온완용우욱운울웅원유율윤은을음의이인일임자재정조주준쥐지"
    "진찬창채천철초총춘치코콩쿠키태토통티파팡포푸풍하한해향허헌현혜호홍환후훈휘희히")
MOST_IDS = 128  # of an input and of an output, the closing </s> included; `storybook` reads and writes as many
csv.field_size_limit(1 << 24)


def rows_of(folders: list[Path], split: str, limit: int = 0, *needed: str) -> list[dict[str, str]]:
    """The rows of dataset_{split}.csv of all folders, with the folder each came from under `folder`."""
    def each() -> Iterator[dict[str, str]]:
        for folder in folders:
            path = folder / f"dataset_{split}.csv"
            if not path.is_file():
                raise SystemExit(f"there is no {path}: --data names a folder that `storybook dataset build` made")
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                missing = [name for name in needed or ("input_text", "output_text") if name not in (rows.fieldnames or ())]
                if missing:
                    raise SystemExit(f"{path} has no column {', '.join(missing)}. See README.md for where it comes from.")
                for row in rows:
                    yield {**row, "folder": str(folder)}

    try:
        rows = list(each())
    except UnicodeDecodeError as error:
        raise SystemExit(f"dataset_{split}.csv is not UTF-8: save it as \"CSV UTF-8\" ({error.reason})") from None
    return rows[:limit] if limit else rows


def ending(word: str) -> str:
    """What the particles after a word depend on: whether its last syllable is open, ends in ㄹ, or is closed otherwise."""
    final = (ord(word[-1]) - 0xAC00) % 28
    return "open" if final == 0 else "ㄹ" if final == 8 else "closed"


def with_other_names(rows: list[dict[str, str]], copies: int, seed: int) -> list[dict[str, str]]:
    """The rows, and `copies` times as many with a made-up name throughout, so that names are copied and not learnt.

    The particles stay right, because the new name ends as the old one did. A name that the caption holds too is a word
    like 토끼, and stays.
    """
    chance = random.Random(seed)

    def renamed(row: dict[str, str]) -> dict[str, str]:
        name = row["name"]
        if not re.fullmatch(r"[가-힣]{2,4}", name) or name in row["caption"]:
            return row
        fitting = [syllable for syllable in NAME_SYLLABLES if ending(syllable) == ending(name)]
        other = "".join(chance.choices(NAME_SYLLABLES, k=chance.choice([1, 1, 2]))) + chance.choice(fitting)
        return {key: value.replace(name, other) for key, value in row.items()}

    return rows + [renamed(row) for _ in range(copies) for row in rows]


def fingerprint_of(examples: list) -> str:
    digest = hashlib.sha256()
    for example in examples:
        digest.update(repr(example).encode())
    return digest.hexdigest()[:16]


def check_base(base: str) -> None:
    """A folder that was misspelt is not to be looked for on the hub."""
    if (os.sep in base[:3] or base.startswith(".")) and not os.path.isdir(base):
        raise SystemExit(f"--base {base}: there is no such folder")


def weights_of(model) -> str:
    """Names the weights that a run began from."""
    digest = hashlib.sha256()
    for name, weight in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weight.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()[:16]


def load_tokenizer(base: str) -> Tokenizer:
    """tokenizer.json exactly as it is, because `storybook` reads that file; transformers' T5 class would not."""
    file = os.path.join(base, "tokenizer.json")
    if os.path.exists(file):
        return Tokenizer.from_file(file)
    # A name on the hub, or a folder that has only SentencePiece's own file.
    return AutoTokenizer.from_pretrained(base).backend_tokenizer


def with_placeholders(tokenizer: Tokenizer) -> Tokenizer:
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in PLACEHOLDERS])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Stories:
    """Examples: (input ids, output ids), both ending in </s>, cut to 128 as the original cut them."""

    def __init__(self, tokenizer: Tokenizer, rows: list[dict[str, str]], end_id: int):
        def ids_of(text: str) -> list[int]:
            ids = tokenizer.encode(text).ids
            if len(ids) <= MOST_IDS:
                return ids
            self.cut += 1
            return [*ids[: MOST_IDS - 1], end_id]

        self.cut = 0
        self.examples = [(ids_of(row["input_text"]), ids_of(row["output_text"])) for row in rows]


def padded(rows: list[list[int]], value: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])  # [batch, longest]


def collate_stories(tokenizer: Tokenizer, pad_id: int):
    placeholders = torch.tensor([tokenizer.token_to_id(token) for token in PLACEHOLDERS])

    def collate(examples: list[tuple[list[int], list[int]]]) -> dict[str, torch.Tensor]:
        inputs = padded([ids for ids, _ in examples], pad_id)
        # A placeholder says which field begins, but the original let nothing attend to it: it only holds a place.
        hidden = torch.isin(inputs, placeholders) | (inputs == pad_id)
        return {
            "input_ids": inputs,                                     # [batch, input length]
            "attention_mask": (~hidden).long(),                      # [batch, input length]
            "labels": padded([ids for _, ids in examples], -100),    # [batch, output length]
        }

    return collate
