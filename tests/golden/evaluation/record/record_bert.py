"""A small BERT with random weights, and BERTScore on it.

bert-score could not be installed where this was recorded: `score` below is our own transcription of its algorithm
(Zhang et al. 2020, https://arxiv.org/abs/1904.09675, and the package's documentation): the encoder cut behind the wanted
layer, cosine similarities, each token matched with its best, [CLS] and [SEP] without weight unless idf is on. The encoder
and the tokenizer are transformers' own.
"""

import json
import math
import os
import platform
from collections import Counter

import tokenizers
import torch
import transformers
from pairs import pairs
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel, BertTokenizerFast

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "checkpoints", "bert")
VALUES = os.path.join(HERE, "..", "values")
LAYERS = (1, 3, 4)
MOST = 48
torch.set_num_threads(1)


def vocabulary():
    """Characters of the pairs, alone and inside words, and their most frequent words."""
    texts = [text for pair in pairs() for text in pair]
    words = Counter(word for text in texts for word in pre_tokens(text))
    characters = sorted({character for word in words for character in word})
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    frequent = [word for word, _ in words.most_common(70) if len(word) > 1]
    # A few characters are left out, so that some words are unknown.
    kept = [character for at, character in enumerate(characters) if at % 17 != 0]
    return specials + frequent + kept + ["##" + character for character in kept]


def pre_tokens(text):
    return [word for word, _ in pre_tokenizers.BertPreTokenizer().pre_tokenize_str(text)]


def save_tokenizer():
    pieces = {piece: at for at, piece in enumerate(dict.fromkeys(vocabulary()))}
    made = Tokenizer(models.WordPiece(pieces, unk_token="[UNK]", max_input_chars_per_word=100))
    # As bert-base-multilingual-cased has it: capitals kept.
    made.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=False)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.decoder = decoders.WordPiece(prefix="##")
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", pieces["[CLS]"]), ("[SEP]", pieces["[SEP]"])])
    fast = BertTokenizerFast(tokenizer_object=made, do_lower_case=False, model_max_length=MOST)
    fast.save_pretrained(FOLDER)
    with open(os.path.join(FOLDER, "vocab.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(pieces) + "\n")
    return fast, len(pieces)


def save_model(size):
    torch.manual_seed(7)
    config = BertConfig(vocab_size=size, hidden_size=24, num_hidden_layers=4, num_attention_heads=3, intermediate_size=40,
                        max_position_embeddings=MOST, initializer_range=0.3)
    model = BertModel(config, add_pooling_layer=False).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "LayerNorm" in name or name.endswith("bias"):
                parameter.add_(0.2 * torch.randn_like(parameter))
    model.save_pretrained(FOLDER)
    return model


def encode(model, tokenizer, text, layers):
    ids = tokenizer.encode(text.strip(), add_special_tokens=True, max_length=tokenizer.model_max_length, truncation=True)
    with torch.no_grad():
        states = model(torch.tensor([ids]), output_hidden_states=True).hidden_states
    return ids, {layer: states[layer][0] for layer in layers}


def score(told, wanted, weight):
    (a_ids, a), (b_ids, b) = told, wanted
    if len(a_ids) <= 2 or len(b_ids) <= 2:
        return [0.0, 0.0, 0.0]
    a = a / a.norm(dim=-1, keepdim=True)
    b = b / b.norm(dim=-1, keepdim=True)
    likeness = a @ b.T
    a_weights = torch.tensor([weight(token) for token in a_ids])
    b_weights = torch.tensor([weight(token) for token in b_ids])
    precision = float((likeness.max(dim=1).values * a_weights / a_weights.sum()).sum())
    recall = float((likeness.max(dim=0).values * b_weights / b_weights.sum()).sum())
    return [precision, recall, 2 * precision * recall / (precision + recall)]


def main():
    os.makedirs(FOLDER, exist_ok=True)
    tokenizer, size = save_tokenizer()
    model = save_model(size)
    texts = pairs()
    coded = [(encode(model, tokenizer, told, LAYERS), encode(model, tokenizer, wanted, LAYERS)) for told, wanted in texts]
    specials = {tokenizer.cls_token_id, tokenizer.sep_token_id}
    found = Counter(token for _, (ids, _) in coded for token in set(ids))
    even = lambda token: 0.0 if token in specials else 1.0
    rare = lambda token: math.log((len(texts) + 1) / (found[token] + 1))
    cases = []
    for (told, wanted), (a, b) in zip(texts, coded):
        by_layer = {}
        for layer in LAYERS:
            pair = ((a[0], a[1][layer]), (b[0], b[1][layer]))
            by_layer[str(layer)] = {"even": score(*pair, even), "idf": score(*pair, rare)}
        cases.append({"told": told, "wanted": wanted, "toldIds": a[0], "wantedIds": b[0], "layers": by_layer})
    recorded = {"transformers": transformers.__version__, "torch": torch.__version__, "tokenizers": tokenizers.__version__,
                "python": platform.python_version()}
    with open(os.path.join(VALUES, "bert.json"), "w", encoding="utf-8") as file:
        rows = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        file.write('{\n"recordedWith": %s,\n"cases": [\n%s\n]\n}\n' % (json.dumps(recorded), rows))


main()
