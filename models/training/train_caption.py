"""Fine-tunes BLIP to caption drawings.

Usage: python train_caption.py --data FOLDER --base Salesforce/blip-image-captioning-base --out FOLDER [settings]

FOLDER holds dataset_train.csv and dataset_val.csv with `img_path` and the caption in English in the column that --column
names. The same command again after a crash goes on where it was. What comes out is what BLIP_DIR takes.
"""

import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import BlipForConditionalGeneration, BlipImageProcessorPil

from data import check_base, load_tokenizer, rows_of, weights_of
from data_caption import Captions, collate_captions
from lock import locked
from loop import Task, settings_of
from train import arguments_of, check_out, run_folder, save_folder, train, write_json

MOST_IDS = 40  # of a caption, the start id and [SEP] included


def word_piece_files(tokenizer: Tokenizer, folder: Path) -> None:
    names = {"cls_token": "[CLS]", "mask_token": "[MASK]", "pad_token": "[PAD]", "sep_token": "[SEP]", "unk_token": "[UNK]"}
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write_json(folder / "special_tokens_map.json", names)
    write_json(folder / "tokenizer_config.json", {
        **names, "do_lower_case": True, "model_max_length": 512, "tokenizer_class": "BertTokenizer"})


def caption_task(data: list[Path], base: str, out: Path, seed: int, save_as: str = "fp32", rows: int = 0,
                 column: str = "caption", images: list[Path] = ()) -> Task:
    check_out(out)
    check_base(base)
    tokenizer = load_tokenizer(base)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    processor = BlipImageProcessorPil.from_pretrained(base)
    torch.manual_seed(seed)
    model = BlipForConditionalGeneration.from_pretrained(base, dtype=torch.float32)
    origin = {"base": weights_of(model), "save_as": save_as}
    text = model.config.text_config

    def captions(split: str) -> Captions:
        found = rows_of(data, split, rows, column)
        return Captions(tokenizer, found, column, list(images), text.bos_token_id, text.sep_token_id, MOST_IDS)

    train_set, validation = captions("train"), captions("val")
    print(f"{len(train_set.examples)} pictures to train on, {len(validation.examples)} to validate with; "
          f"{train_set.cut + validation.cut} captions were cut to {MOST_IDS} tokens; "
          f"{sum(weight.numel() for weight in model.parameters()):,} weights", flush=True)

    def write_others(folder: Path) -> None:
        word_piece_files(tokenizer, folder)
        processor.save_pretrained(folder)

    return Task(
        model=model, train=train_set.examples, validation=validation.examples,
        collate=collate_captions(processor, text.pad_token_id),
        export=lambda: save_folder(model, out, save_as, write_others),
        origin=origin,
        fingerprint=f"{train_set.fingerprint()} {validation.fingerprint()}")


def add_caption_arguments(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--column", default="caption", help="column of the caption in English (default: caption)")
    parser.add_argument("--images", type=Path, nargs="+", default=[],
                        help="folders that img_path starts from (default: that of the CSV)")
    return parser


if __name__ == "__main__":
    parser = add_caption_arguments(arguments_of(__doc__, learning_rate=2e-5, epochs=5, patience=2, warmup=0.1))
    given = parser.parse_args()
    with locked(given.out, run_folder(given)):
        task = caption_task(
            given.data, given.base, given.out, given.seed, given.save_as, given.rows, given.column, given.images)
        train(task, settings_of(given), run_folder(given))
