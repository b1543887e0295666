"""Places, versions and how values are written down."""

import base64
import hashlib
import json
import os
import platform

import numpy as np
import PIL
import tokenizers
import torch
import transformers

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKPOINTS = os.path.join(HERE, "..", "checkpoints")
PICTURES = os.path.join(HERE, "..", "pictures")
VALUES = os.path.join(HERE, "..", "values")


def versions():
    return {"transformers": transformers.__version__, "torch": torch.__version__,
            "tokenizers": tokenizers.__version__, "pillow": PIL.__version__, "python": platform.python_version()}


def base64_of(array, dtype):
    """Little-endian bytes, C order."""
    return base64.b64encode(np.ascontiguousarray(array, dtype=np.dtype(dtype).newbyteorder("<")).tobytes()).decode()


def sha256_of(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def write_values(name, values):
    """One entry of each list a line, so that a change can be read in a diff."""
    path = os.path.join(VALUES, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    parts = []
    for key, value in {"recordedWith": versions(), **values}.items():
        if isinstance(value, list):
            rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(parts) + "\n}\n")
    print(f"{name}: {os.path.getsize(path)} bytes", flush=True)
