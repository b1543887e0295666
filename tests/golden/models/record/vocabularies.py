"""Tokenizers for the small checkpoints: a SentencePiece unigram in three shapes of tokenizer.json, and a WordPiece.

The shapes are those found in Korean T5 checkpoints: as the original T5 was converted (a bare precompiled normaliser,
whitespace split before Metaspace), as transformers 4 converts a SentencePiece model (precompiled normaliser, strip,
runs of spaces), and the older spelling of the latter (`add_prefix_space`, `str_rep`).
"""

import json
import os
import tempfile

import sentencepiece as spm
from sentencepiece import sentencepiece_model_pb2 as pb2
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

SPECIAL = ["<character>", "<prediction>", "<setting>", "<action>", "<feeling>", "<outcomeResolution>",
           "<causalRelationship>", "<name>", "<caption>", "<i_action>", "<classification>", "<empty>"]
"""In the order of their ids in the fine-tuned KoT5: 32100 to 32111 there, the last twelve of the vocabulary here."""

EXTRA_IDS = 100


def train_pieces(sentences, size):
    """A SentencePiece unigram model with its default normalisation (nmt_nfkc), ids as in T5."""
    with tempfile.TemporaryDirectory() as folder:
        text, prefix = os.path.join(folder, "text"), os.path.join(folder, "model")
        with open(text, "w", encoding="utf-8") as file:
            file.write("\n".join(sentences))
        spm.SentencePieceTrainer.train(
            input=text, model_prefix=prefix, vocab_size=size, model_type="unigram", pad_id=0, eos_id=1, unk_id=2,
            bos_id=-1, num_threads=1, character_coverage=0.9995, normalization_rule_name="nmt_nfkc",
            minloglevel=2, hard_vocab_limit=False)
        proto = pb2.ModelProto()
        with open(prefix + ".model", "rb") as file:
            proto.ParseFromString(file.read())
    return proto


def unigram_tokenizer(proto, shape):
    """The tokenizer.json of a unigram model, in one of the shapes above."""
    vocabulary = [(piece.piece, piece.score) for piece in proto.pieces]
    vocabulary += [(f"<extra_id_{index}>", 0.0) for index in reversed(range(EXTRA_IDS))]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=2, byte_fallback=False))
    precompiled = normalizers.Precompiled(proto.normalizer_spec.precompiled_charsmap)
    metaspace = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    if shape == "original":
        tokenizer.normalizer = precompiled
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), metaspace])
    else:
        tokenizer.normalizer = normalizers.Sequence(
            [precompiled, normalizers.Strip(left=False, right=True), normalizers.Replace(Regex(" {2,}"), "▁")])
        tokenizer.pre_tokenizer = metaspace
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(["<pad>", "</s>", "<unk>"])
    tokenizer.add_special_tokens([f"<extra_id_{index}>" for index in range(EXTRA_IDS)])
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=["$A", "</s>"], pair=["$A", "</s>", "$B", "</s>"], special_tokens=[("</s>", 1)])
    data = json.loads(tokenizer.to_str())
    if shape == "older":
        # As tokenizers 0.13 wrote it: no prepend scheme, and no strip in the normaliser. And the twelve added by
        # `add_tokens`: neither special nor safe from the normaliser.
        for token in data["added_tokens"]:
            if token["content"] in SPECIAL:
                token.update(special=False, normalized=True)
        data["normalizer"]["normalizers"] = [
            data["normalizer"]["normalizers"][0],
            {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]
        old = {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True}
        data["pre_tokenizer"], data["decoder"] = {**old}, {**old}
    return data


def save_unigram(proto, shape, folder):
    """tokenizer.json with its two companions, as a T5 folder holds them."""
    data = unigram_tokenizer(proto, shape)
    write_json(folder, "tokenizer.json", data, indent=None)
    write_json(folder, "special_tokens_map.json", {
        "additional_special_tokens": SPECIAL, "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"})
    write_json(folder, "tokenizer_config.json", {
        "clean_up_tokenization_spaces": True, "eos_token": "</s>", "extra_ids": EXTRA_IDS, "pad_token": "<pad>",
        "unk_token": "<unk>", "model_max_length": 512, "tokenizer_class": "T5Tokenizer"})
    return Tokenizer.from_str(json.dumps(data))


def word_piece(sentences, size):
    """A BERT tokenizer: [PAD] 0, [UNK], [CLS], [SEP], [MASK], then words and pieces of words."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(sentences, trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=special, show_progress=False, min_frequency=2))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", tokenizer.token_to_id("[CLS]")), ("[SEP]", tokenizer.token_to_id("[SEP]"))])
    return tokenizer


def save_word_piece(tokenizer, folder):
    tokenizer.save(os.path.join(folder, "tokenizer.json"), pretty=False)
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    with open(os.path.join(folder, "vocab.txt"), "w", encoding="utf-8") as file:
        file.writelines(f"{word}\n" for word, _ in vocabulary)
    names = {"cls_token": "[CLS]", "mask_token": "[MASK]", "pad_token": "[PAD]", "sep_token": "[SEP]",
             "unk_token": "[UNK]"}
    write_json(folder, "special_tokens_map.json", names)
    write_json(folder, "tokenizer_config.json", {
        **names, "do_lower_case": True, "model_max_length": 512, "tokenizer_class": "BertTokenizer"})


def write_json(folder, name, data, indent=2):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=indent)
        file.write("\n")
