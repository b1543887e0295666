"""METEOR, its stemmer and its words as nltk has them, and CIDEr as the published algorithm has it.

nltk is the reference itself; its English WordNet is replaced by one that knows no word, which is what it is for Korean.
pycocoevalcap could not be installed where this was recorded: `cider` below is our own transcription of the algorithm
(Vedantam et al. 2015, https://arxiv.org/abs/1411.5726) with what its code adds to the paper: counts clipped to those of
the reference, and lengths counted in pairs of words. It is written with dictionaries and numpy, unlike the product's.
"""

import json
import math
import os
import platform
from collections import Counter

import nltk
import numpy as np
from nltk.stem.porter import PorterStemmer
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer
from nltk.translate.meteor_score import meteor_score
from pairs import WORDS, pairs

VALUES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "values")


class NoWordNet:
    def synsets(self, _word):
        return []


def words_of(text):
    """`word_tokenize`, with a sentence tokenizer that has learned no abbreviations: those of English are of no use here."""
    tokenizer = NLTKWordTokenizer()
    return [word for sentence in PunktSentenceTokenizer().tokenize(text) for word in tokenizer.tokenize(sentence)]


def runs(words):
    return [Counter(tuple(words[at:at + size]) for at in range(len(words) - size + 1)) for size in (1, 2, 3, 4)]


def cider(texts, clipped):
    documents = Counter()
    for _, wanted in texts:
        for counts in runs(wanted):
            documents.update(counts.keys())
    total = math.log(len(texts))
    scores = []
    for told, wanted in texts:
        parts = []
        length = max(0, len(told) - 1) - max(0, len(wanted) - 1)
        for a, b in zip(runs(told), runs(wanted)):
            keys = sorted(set(a) | set(b))
            rarity = np.array([total - math.log(max(1.0, documents[key])) for key in keys])
            x = np.array([float(a[key]) for key in keys]) * rarity
            y = np.array([float(b[key]) for key in keys]) * rarity
            norms = np.linalg.norm(x) * np.linalg.norm(y)
            product = (np.minimum(x, y) if clipped else x) @ y
            value = product / norms if norms > 0 else product
            parts.append(value * math.exp(-length ** 2 / (2 * 6.0 ** 2)) if clipped else value)
        scores.append(10 * float(np.mean(parts)))
    return scores


def main():
    texts = pairs()
    tokens = [(words_of(told), words_of(wanted)) for told, wanted in texts]
    spaced = [(told.split(), wanted.split()) for told, wanted in texts]
    d, plain = cider(spaced, True), cider(spaced, False)
    cases = [
        {
            "told": told, "wanted": wanted, "toldWords": tokens[at][0], "wantedWords": tokens[at][1],
            "meteor": meteor_score([tokens[at][1]], tokens[at][0], wordnet=NoWordNet()),
            "meteorSpaced": meteor_score([spaced[at][1]], spaced[at][0], wordnet=NoWordNet()),
            "cider": d[at], "ciderPlain": plain[at],
        }
        for at, (told, wanted) in enumerate(texts)
    ]
    stemmer = PorterStemmer()
    stems = [[word, stemmer.stem(word)] for word in WORDS]
    with_versions = {"nltk": nltk.__version__, "numpy": np.__version__, "python": platform.python_version()}
    with open(os.path.join(VALUES, "texts.json"), "w", encoding="utf-8") as file:
        rows = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        file.write('{\n"recordedWith": %s,\n"stems": %s,\n"cases": [\n%s\n]\n}\n' % (
            json.dumps(with_versions), json.dumps(stems, ensure_ascii=False), rows))


main()
