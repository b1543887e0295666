"""Makes an untrained base of any size to train from scratch: the small checkpoints in models/mini began here.

Usage: python scratch.py story --data FOLDER --out BASE     a T5 with a Korean unigram vocabulary made from the data
       python scratch.py caption --data FOLDER --out BASE   a BLIP with a vocabulary made from the data's captions
Then:  python train.py --base BASE …, python train_caption.py --base BASE …
"""

import argparse
import json
import re
import tempfile
from pathlib import Path

import sentencepiece
import torch
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BlipConfig, BlipForConditionalGeneration, BlipImageProcessorPil, T5Config, T5ForConditionalGeneration)

from data import rows_of
from train_caption import word_piece_files

# The syllables that Korean is mostly written with (those of KS X 1001), so that a new name has tokens at all.
SYLLABLES = "".join(bytes([high, low]).decode("euc_kr") for high in range(0xB0, 0xC9) for low in range(0xA1, 0xFF))


def unigram(texts: list[str], size: int, required: str) -> Tokenizer:
    """SentencePiece's unigram model in the form of KoT5's tokenizer.json. What it has no piece for becomes <unk>."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, prefix = Path(folder) / "corpus.txt", Path(folder) / "model"
        corpus.write_text("\n".join(texts), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(corpus), model_prefix=str(prefix), vocab_size=size, model_type="unigram", pad_id=0, eos_id=1,
            unk_id=2, bos_id=-1, num_threads=1, character_coverage=1.0, required_chars=required,
            normalization_rule_name="nmt_nfkc", hard_vocab_limit=False, minloglevel=2)
        proto = sentencepiece_model_pb2.ModelProto()
        proto.ParseFromString(prefix.with_suffix(".model").read_bytes())
    tokenizer = Tokenizer(models.Unigram([(piece.piece, piece.score) for piece in proto.pieces], unk_id=2))
    tokenizer.normalizer = normalizers.Precompiled(proto.normalizer_spec.precompiled_charsmap)
    space = dict(replacement="▁", prepend_scheme="always")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(**space)])
    tokenizer.decoder = decoders.Metaspace(**space)
    tokenizer.add_special_tokens(["<pad>", "</s>", "<unk>"])
    tokenizer.post_processor = processors.TemplateProcessing(single=["$A", "</s>"], special_tokens=[("</s>", 1)])
    return tokenizer


def word_pieces(texts: list[str], size: int) -> Tokenizer:
    """BERT's form of tokenizer.json: [PAD] 0, [UNK], [CLS], [SEP], [MASK], then words and pieces of words."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    tokenizer.train_from_iterator(texts, trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], show_progress=False))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return tokenizer


def story_base(given: argparse.Namespace) -> T5ForConditionalGeneration:
    rows = rows_of(given.data, "train")
    texts = [re.sub(r"<\w+>", " ", row["input_text"]) for row in rows] + [row["output_text"] for row in rows]
    tokenizer = unigram(texts, given.pieces, SYLLABLES if given.syllables else "")
    tokenizer.save(str(given.out / "tokenizer.json"), pretty=False)
    return T5ForConditionalGeneration(T5Config(
        vocab_size=tokenizer.get_vocab_size(), d_model=given.width, d_kv=given.width // given.heads,
        num_heads=given.heads, d_ff=given.width * 3, num_layers=given.layers, feed_forward_proj="relu",
        dropout_rate=given.dropout, tie_word_embeddings=True, decoder_start_token_id=0, pad_token_id=0, eos_token_id=1))


def caption_base(given: argparse.Namespace) -> BlipForConditionalGeneration:
    tokenizer = word_pieces([row[given.column] for row in rows_of(given.data, "train")], given.pieces)
    word_piece_files(tokenizer, given.out)
    # As in BLIP: two ids beyond the tokenizer's, [DEC] to start with and [ENC].
    start = tokenizer.get_vocab_size()
    size = dict(hidden_size=given.width, intermediate_size=given.width * 3, num_hidden_layers=given.layers,
                num_attention_heads=given.heads)
    side = given.side
    BlipImageProcessorPil(size={"height": side, "width": side}).save_pretrained(given.out)
    return BlipForConditionalGeneration(BlipConfig(
        vision_config=dict(size, image_size=side, patch_size=given.patch, attention_dropout=0.0),
        text_config=dict(
            size, vocab_size=start + 2, encoder_hidden_size=given.width, bos_token_id=start, eos_token_id=3,
            sep_token_id=3, pad_token_id=0, max_position_embeddings=64, hidden_dropout_prob=given.dropout,
            attention_probs_dropout_prob=0.0, is_decoder=True, label_smoothing=0.0),
        projection_dim=32, image_text_hidden_size=32))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["story", "caption"])
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=128, help="of the hidden states")
    parser.add_argument("--layers", type=int, default=3, help="of the encoder, and of the decoder")
    parser.add_argument("--heads", type=int, default=4)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--pieces", type=int, default=2000, help="size of the vocabulary, about")
    parser.add_argument("--syllables", action="store_true", help="story: a piece for each of the 2,350 usual syllables")
    parser.add_argument("--column", default="caption", help="caption: column of the caption in English")
    parser.add_argument("--side", type=int, default=112, help="caption: pixels of the picture's side")
    parser.add_argument("--patch", type=int, default=16, help="caption: pixels of a patch's side")
    parser.add_argument("--seed", type=int, default=42)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    base = story_base(given) if given.what == "story" else caption_base(given)
    base.save_pretrained(given.out)
    print(json.dumps({"weights": sum(weight.numel() for weight in base.parameters())}))
