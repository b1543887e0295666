"""Measures the small checkpoints on the validation rows they were not trained on. The numbers stand in MODEL_CARD.md.

Usage: python measure.py DATA [ROWS]    (DATA: made by models/training/synthetic.py; with the packages listed there)
"""

import re
import sys
from pathlib import Path

import torch
from PIL import Image
from tokenizers import Tokenizer
from transformers import BlipForConditionalGeneration, BlipImageProcessorPil, T5ForConditionalGeneration

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "training"))
from data import Stories, collate_stories, rows_of, with_other_names, with_placeholders  # noqa: E402

ORIGINAL = dict(num_beams=3, length_penalty=0.8, repetition_penalty=1.5, no_repeat_ngram_size=3, early_stopping=True,
                max_length=128)
PLACES = r"(in the forest|on the beach|on a green hill|in a snowy field|in the park|in a room|in front of a house|by a lake|in a flower garden|on a playground)"
SKIES = r"(on a sunny day|at night|in the rain|under a rainbow)"
# A caption as the set writes it: who, in which clothes, doing what, where, under which sky, with whom.
CAPTION = re.compile(rf"^an? (?P<who>\w+)(?: in a \w+ \w+)? (?P<doing>.+?) (?P<where>{PLACES})(?: (?P<sky>{SKIES}))?(?: with (?P<with>a \w+))?")


def share(found: list[bool]) -> str:
    return f"{sum(found)}/{len(found)} = {sum(found) / max(1, len(found)):.2f}"


@torch.no_grad()
def captions(rows: list[dict[str, str]]) -> None:
    folder = HERE / "blip"
    model = BlipForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer, processor = Tokenizer.from_file(str(folder / "tokenizer.json")), BlipImageProcessorPil.from_pretrained(folder)
    said = []
    for at in range(0, len(rows), 32):
        pictures = [Image.open(Path(row["folder"]) / row["img_path"]) for row in rows[at : at + 32]]
        out = model.generate(**processor(pictures, return_tensors="pt"), num_beams=1, max_length=20)
        said += [tokenizer.decode(ids.tolist(), skip_special_tokens=True) for ids in out]
    print("caption: word for word", share([a == row["english"] for a, row in zip(said, rows)]))
    for part in ("who", "doing", "where", "sky", "with"):
        pairs = [(CAPTION.match(row["english"]), CAPTION.match(a)) for a, row in zip(said, rows)]
        pairs = [(right, made) for right, made in pairs if right and right[part]]
        print(f"caption: {part}", share([bool(made) and made[part] == right[part] for right, made in pairs]))
    for a, row in list(zip(said, rows))[:6]:
        print(f"    {row['english']}\n  → {a}")


@torch.no_grad()
def stories(rows: list[dict[str, str]], what: str) -> None:
    folder = HERE / "kot5"
    model = T5ForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer = with_placeholders(Tokenizer.from_file(str(folder / "tokenizer.json")))
    collate, told = collate_stories(tokenizer, 0), []
    for at in range(0, len(rows), 16):
        batch = collate(Stories(tokenizer, rows[at : at + 16], 1).examples)
        out = model.generate(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], **ORIGINAL)
        told += [tokenizer.decode(ids.tolist(), skip_special_tokens=True) for ids in out]
    # 빨간 공을 차고 있다: what stands before the verb is told as it was typed.
    deed = [row["i_action"].strip(". ").rsplit(" ", 2)[0] for row in rows]
    print(f"story, {what}: the name is told", share([row["name"] in a for a, row in zip(told, rows)]))
    print(f"story, {what}: the deed is told", share([d in a for d, a in zip(deed, told)]))
    given = [(item, a) for a, row in zip(told, rows) for item in row["setting"].split(",") if item]
    print(f"story, {what}: what the setting holds is told", share([item in a for item, a in given]))
    strangers = re.compile("별이|하늘이|여자아이|남자아이|고양이|강아지|토끼|여우|돼지|개구리|코끼리|사자|생쥐")
    print(f"story, {what}: somebody is told who is in no field",
          share([any(w not in row["input_text"] for w in strangers.findall(a)) for a, row in zip(told, rows)]))
    for a, row in list(zip(told, rows))[:6]:
        print(f"    {row['name']}, {row['i_action']}, {row['setting']}, {row['character']}, {row['feeling']}\n  → {a}")


if __name__ == "__main__":
    torch.set_num_threads(1)
    rows = rows_of([Path(sys.argv[1])], "val")[:: max(1, 1000 // int(sys.argv[2] if len(sys.argv) > 2 else "300"))]
    captions(rows)
    stories(rows, "names it knows")
    unknown = [row for row in rows if row["name"] not in row["caption"] and len(row["name"]) > 1]
    stories(with_other_names(unknown, 1, 7)[len(unknown) :], "made-up names")
