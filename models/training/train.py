"""Fine-tunes KoT5 (or another T5) to tell pages from fields, as the original did.

Usage: python train.py --data DATASET_FOLDER --base MODEL --out FOLDER [--run FOLDER] [settings, see --help]

The same command again after a crash goes on where it was. FOLDER is then what KOT5_DIR takes.
"""

import argparse
import copy
import json
import shutil
from pathlib import Path

import torch
from transformers import T5ForConditionalGeneration

from data import (
    PLACEHOLDERS, Stories, check_base, collate_stories, fingerprint_of, load_tokenizer, rows_of, weights_of,
    with_other_names, with_placeholders)
from lock import locked
from loop import Run, Settings, Task, add_settings, settings_of
from plot import plot

class Stopped(SystemExit):
    """Somebody pressed Ctrl-C. The exit status says so, as shells do."""

    code = 130


DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
# What `storybook` generates with, so that other programs do the same by default.
GENERATION = dict(num_beams=3, length_penalty=0.8, repetition_penalty=1.5, no_repeat_ngram_size=3,
                  early_stopping=True, max_length=128)


# What a model of ours is made of; nothing else in a folder is ever replaced.
MODEL_FILES = {"config.json", "generation_config.json", "model.safetensors", "preprocessor_config.json",
               "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt"}


def check_out(folder: Path) -> None:
    """A model replaces an earlier one, and nothing else: not the folder that somebody named by mistake."""
    others = sorted(path.name for path in folder.iterdir() if path.name not in MODEL_FILES) if folder.is_dir() else []
    if others or (folder.exists() and not folder.is_dir()):
        raise SystemExit(f"--out {folder} holds something else than a model ({', '.join(others[:3]) or 'a file'}). "
                         "Name a new folder: it would be replaced.")


def save_folder(model: torch.nn.Module, folder: Path, dtype: str, write_others) -> None:
    """Writes a whole new folder beside the old one and then puts it in its place."""
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    # A copy: what goes on training keeps its precision and its place.
    copy.deepcopy(model).to("cpu", DTYPES[dtype]).save_pretrained(partial)
    write_others(partial)
    for file in partial.iterdir():
        file.chmod(0o644)
    check_out(folder)
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)


def write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def story_task(data: list[Path], base: str, out: Path, seed: int, save_as: str = "fp32", rows: int = 0,
               other_names: int = 0) -> Task:
    check_out(out)
    check_base(base)
    tokenizer = with_placeholders(load_tokenizer(base))
    torch.manual_seed(seed)  # decides the new embeddings
    model = T5ForConditionalGeneration.from_pretrained(base, dtype=torch.float32)
    model.resize_token_embeddings(tokenizer.get_vocab_size())
    pad_id, end_id = model.config.pad_token_id, model.config.eos_token_id
    model.generation_config.update(**GENERATION)
    origin = {"base": weights_of(model), "save_as": save_as}

    train = Stories(tokenizer, with_other_names(rows_of(data, "train", rows), other_names, seed), end_id)
    validation = Stories(tokenizer, rows_of(data, "val", rows), end_id)
    print(f"{len(train.examples)} rows to train on, {len(validation.examples)} to validate with; "
          f"{train.cut + validation.cut} texts were cut to 128 tokens; "
          f"{sum(weight.numel() for weight in model.parameters()):,} weights", flush=True)

    def write_others(folder: Path) -> None:
        tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
        write_json(folder / "special_tokens_map.json", {
            "additional_special_tokens": PLACEHOLDERS, "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"})
        write_json(folder / "tokenizer_config.json", {
            "clean_up_tokenization_spaces": True, "eos_token": "</s>", "extra_ids": 0, "model_max_length": 512,
            "pad_token": "<pad>", "tokenizer_class": "PreTrainedTokenizerFast", "unk_token": "<unk>"})

    return Task(
        model=model, train=train.examples, validation=validation.examples,
        collate=collate_stories(tokenizer, pad_id),
        export=lambda: save_folder(model, out, save_as, write_others),
        origin=origin,
        fingerprint=fingerprint_of([train.examples, validation.examples]))


def arguments_of(about: str, **defaults) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True,
                        help="folders that `storybook dataset build` made; several are taken together")
    parser.add_argument("--base", required=True, help="checkpoint folder or name on the hub to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--run", type=Path, help="folder for checkpoint, log and plot (default: OUT-run)")
    parser.add_argument("--save-as", choices=DTYPES, default="fp32", help="how the weights are stored (default: fp32)")
    parser.add_argument("--rows", type=int, default=0, help="only so many rows of each file, to try things")
    add_settings(parser, **defaults)
    return parser


def run_folder(given: argparse.Namespace) -> Path:
    return given.run or given.out.with_name(given.out.name + "-run")


def train(task: Task, settings: Settings, run: Path) -> float:
    try:
        best = Run(task, settings, run).fit(after_epoch=lambda epoch, loss: plot(run))
    except KeyboardInterrupt:
        print("\n멈췄어요. 같은 명령을 다시 치면 이어서 해요. Stopped: the same command again goes on.", flush=True)
        raise Stopped from None
    print(f"losses: {plot(run)}", flush=True)
    return best


if __name__ == "__main__":
    parser = arguments_of(__doc__)
    parser.add_argument("--other-names", type=int, default=0,
                        help="so many more copies of the training rows, each with made-up names: for small data sets")
    given = parser.parse_args()
    with locked(given.out, run_folder(given)):
        task = story_task(
            given.data, given.base, given.out, given.seed, given.save_as, given.rows, given.other_names)
        train(task, settings_of(given), run_folder(given))
