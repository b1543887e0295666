"""Records what transformers makes of the small checkpoints in models/mini: captions of pictures, and pages of fields.

Usage: python record.py SET    (SET: `storybook dataset synthesize --out SET --count 12 --seed 77`; its pictures are kept)
Every case by itself (a batch of one), fp32 on the CPU. A case whose tokens change when the weights are nudged by a
millionth hangs on rounding and not on the algorithm: it is left out, and how many were is recorded.
"""

import copy
import json
import platform
import shutil
import sys
from pathlib import Path

import PIL
import tokenizers
import torch
import transformers
from PIL import Image
from tokenizers import Tokenizer
from transformers import BlipForConditionalGeneration, BlipImageProcessorPil, PreTrainedTokenizerFast
from transformers import T5ForConditionalGeneration

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "models" / "training"))
from data import PLACEHOLDERS  # noqa: E402
from synthetic import OPTIONAL, input_text  # noqa: E402

MINI = ROOT / "models" / "mini"
PICTURES = HERE / "pictures"
SCENES = ROOT / "examples" / "mini-scenes"
ORIGINAL = dict(num_beams=3, length_penalty=0.8, repetition_penalty=1.5, no_repeat_ngram_size=3, early_stopping=True,
                max_length=128)
GREEDY = dict(num_beams=1, length_penalty=1.0, repetition_penalty=1.0, no_repeat_ngram_size=0, early_stopping=False,
              max_length=128)
# What the checkpoint has not learnt: other names, other deeds, other letters.
STRANGE = [
    dict(caption="", name="뷁쉙", i_action="우주선을 고친다", classification="의사소통"),
    dict(caption="a photograph of a bridge", name="Max", i_action="달린다", classification="신체운동_건강",
         feeling="신난다, 두근두근하다"),
    dict(caption="노란 우산을 쓰고 있는 고래", name="솔비", i_action="노란 우산을 쓰고 있다", classification="자연탐구",
         setting="비 오는 날, 도서관", character="솔비, 고래"),
    dict(caption="a lion playing a red drum in the park", name="한여름", i_action="빨간 북을 치고 있다",
         classification="예술경험", setting="공원", prediction="내일 또 놀러 올 것이다"),
]


def nudged(model, seed):
    other, generator = copy.deepcopy(model), torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in other.parameters():
            weight.mul_(1 + 1e-6 * torch.randn(weight.shape, generator=generator))
    return other


def witnessed(model):
    return [model, nudged(model, 1)]


def agreed(models, generate, end):
    """Token ids without the start and with the end; None where the witnesses disagree."""
    runs = []
    for model in models:
        ids = generate(model)[0].tolist()[1:]
        runs.append(ids[: ids.index(end) + 1] if end in ids else ids)
    return runs[0] if all(ids == runs[0] for ids in runs) else None


def record_captions(pictures):
    folder = MINI / "blip"
    model = BlipForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer, processor = Tokenizer.from_file(str(folder / "tokenizer.json")), BlipImageProcessorPil.from_pretrained(folder)
    models, cases, dropped = witnessed(model), [], 0
    for picture in pictures:
        pixels = processor(Image.open(ROOT / picture), return_tensors="pt")["pixel_values"]
        for beams in (1, 3):
            ids = agreed(models, lambda each: each.generate(pixel_values=pixels, num_beams=beams, max_length=20),
                         model.config.text_config.sep_token_id)
            if ids is None:
                dropped += 1
                continue
            caption = tokenizer.decode(ids, skip_special_tokens=True)
            cases.append({"picture": picture, "beams": beams, "tokenIds": ids, "caption": caption})
            print(Path(picture).name, beams, caption)
    write("captions.json", {"leftOut": dropped, "cases": cases})
    return {case["picture"]: case["caption"] for case in cases if case["beams"] == 1}  # as the product captions


def record_stories(scenes):
    folder = MINI / "kot5"
    model = T5ForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    whole = PreTrainedTokenizerFast(tokenizer_object=tokenizer)
    hidden = {tokenizer.token_to_id(token) for token in PLACEHOLDERS}
    models, cases, dropped = witnessed(model), [], 0
    for fields in scenes:
        full = {**{key: "" for key in OPTIONAL}, **fields}
        # The engine writes <empty> for a caption that nobody gave.
        text = input_text({**full, "caption": full["caption"] or "<empty>"}, full["caption"] + full["name"] + full["i_action"])
        ids = tokenizer.encode(text).ids
        if len(ids) > 128:
            raise SystemExit(f"too long: {text}")
        given = dict(input_ids=torch.tensor([ids]), attention_mask=torch.tensor([[int(i not in hidden) for i in ids]]))
        for name, options in (("original", ORIGINAL), ("greedy", GREEDY)):
            out = agreed(models, lambda each: each.generate(**given, **options), 1)
            if out is None:
                dropped += 1
                continue
            told = whole.clean_up_tokenization(tokenizer.decode(out, skip_special_tokens=True)).strip()
            cases.append({"settings": name, "fields": fields, "inputText": text, "inputIds": ids, "tokenIds": out, "text": told})
            print(fields["name"], name, told)
    write("stories.json", {"leftOut": dropped, "cases": cases})


def write(name, values):
    versions = {"transformers": transformers.__version__, "torch": torch.__version__, "tokenizers": tokenizers.__version__,
                "pillow": PIL.__version__, "python": platform.python_version()}
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in values["cases"])
    text = (f'{{\n"recordedWith": {json.dumps(versions)},\n"leftOut": {values["leftOut"]},\n"cases": [\n{lines}\n]\n}}\n')
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(values['cases'])} cases, {values['leftOut']} left out")


def synthetic_scenes(folder):
    """Fields of the set's pages with their captions in Korean; its pictures are copied here."""
    PICTURES.mkdir(exist_ok=True)
    scenes = []
    for path in sorted(folder.glob("*/**/*.json"), key=lambda path: int(path.stem.rsplit("_", 1)[1])):
        image = json.loads(path.read_text(encoding="utf-8"))["imageInfo"][0]
        scenes.append({"caption": image["imageCaptionInfo"]["imageCaption"],
                       **{key: image["entity"][0][key] for key in ("name", "i_action")},
                       "classification": image["imageCaptionInfo"]["classification"],
                       **{key: image[key] for key in OPTIONAL if image[key]}})
        jpeg = next(folder.glob(f"*/01*/*/{path.stem}.jpg"))
        shutil.copyfile(jpeg, PICTURES / f"{len(scenes):02}.jpg")
    return scenes


if __name__ == "__main__":
    torch.set_num_threads(1)
    synthetic = synthetic_scenes(Path(sys.argv[1]))
    pages = json.loads((SCENES / "fields.ko.json").read_text(encoding="utf-8"))["pages"]
    own = [f"examples/mini-scenes/{page['picture']}" for page in pages]
    drawn = [f"tests/golden/mini/pictures/{path.name}" for path in sorted(PICTURES.iterdir())]
    others = [f"tests/golden/models/pictures/{name}" for name in ("07-landscape.jpg", "16-see-through.png", "19-noise-64.png")]
    captions = record_captions([*own, *drawn, *others])
    record_stories([*({"caption": captions[path], **page["fields"]} for path, page in zip(own, pages)), *synthetic[:8], *STRANGE])
