"""Checks of the recipe on models made on the spot. Usage, in models/training: python -m unittest discover tests"""

import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import torch
from PIL import Image
from safetensors import safe_open
from tokenizers import Tokenizer

import data
from loop import order_of

FIELDS = ["character", "setting", "action", "feeling", "causalRelationship", "outcomeResolution", "prediction"]


def python(script: str, *words: object) -> list[str]:
    return [sys.executable, str(HERE.parent / script), *map(str, words)]


def run(script: str, *words: object) -> str:
    done = subprocess.run(python(script, *words), capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{script}: {done.stderr[-2000:]}{done.stdout[-500:]}")
    return done.stdout


def make_dataset(folder: Path, rows: dict[str, int]) -> Path:
    """A small dataset_{train,val}.csv with a one-coloured picture for each row."""
    colours = {"red": (220, 60, 50), "blue": (60, 90, 200), "green": (60, 160, 80), "yellow": (240, 200, 60)}
    folder.mkdir()
    for split, count in rows.items():
        with open(folder / f"dataset_{split}.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, ["id", "img_path", "caption", "name", "input_text", "output_text"])
            out.writeheader()
            for index in range(count):
                colour, name = list(colours)[index % 4], ["별이", "토리", "보라"][index % 3]
                picture = f"{split}-{index}.png"
                Image.new("RGB", (40, 40), colours[colour]).save(folder / picture)
                empty = " ".join(f"<{field}> <empty>" for field in FIELDS)
                out.writerow({
                    "id": index, "img_path": picture, "caption": f"a {colour} picture", "name": name,
                    "input_text": f"generate: <name> {name} <caption> a {colour} picture <i_action> 웃는다 "
                                  f"<classification> 예술경험 {empty}",
                    "output_text": f"{name}가 웃었어요."})
    return folder


def losses(run_folder: Path) -> list[tuple[str, ...]]:
    """Everything of the log but the time."""
    with open(run_folder / "losses.csv", encoding="utf-8") as file:
        return [tuple(value for key, value in row.items() if key != "seconds") for row in csv.DictReader(file)]


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.at = Path(cls.holder.name)
        cls.dataset = make_dataset(cls.at / "dataset", {"train": 30, "val": 6})
        # Dropout, so that the random state matters.
        run("scratch.py", "story", "--data", cls.dataset, "--out", cls.at / "story", "--width", 16, "--layers", 1,
            "--heads", 2, "--pieces", 60, "--dropout", 0.1)
        run("scratch.py", "caption", "--data", cls.dataset, "--out", cls.at / "caption", "--width", 16, "--layers", 1,
            "--heads", 2, "--pieces", 60, "--side", 32, "--dropout", 0.1)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def settings(self, name: str, **more: object) -> list[object]:
        given = {"data": self.dataset, "base": self.at / name.split("-")[0], "out": self.at / name, "epochs": 3,
                 "batch": 4, "learning_rate": 0.01, "save_every": 3, "device": "cpu", "threads": 1, **more}
        return [word for key, value in given.items() for word in ("--" + key.replace("_", "-"), value)]

    def kill_and_resume(self, script: str, name: str, after: int) -> None:
        """A run that SIGKILL ends after `after` rows of its log, and then the same command again."""
        words, log = self.settings(name), self.at / f"{name}-run" / "losses.csv"
        process = subprocess.Popen(python(script, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        limit = time.monotonic() + 120
        while time.monotonic() < limit and process.poll() is None:
            if log.exists() and log.read_text().count("\n") > after:
                break
        process.send_signal(signal.SIGKILL)
        self.assertEqual(process.wait(), -signal.SIGKILL, "the run was over before it could be killed")
        self.assertIn("resumed at epoch", run(script, *words))

    def test_a_killed_story_run_resumes_to_the_very_same_losses(self):
        run("train.py", *self.settings("story-whole"))
        whole = losses(self.at / "story-whole-run")
        self.assertEqual(len(whole), 3 * 8 + 3)
        for after in (5, 14):  # in the middle of an epoch, and between two checkpoints
            self.kill_and_resume("train.py", f"story-cut{after}", after)
            self.assertEqual(losses(self.at / f"story-cut{after}-run"), whole)
            self.assertEqual((self.at / f"story-cut{after}/model.safetensors").read_bytes(),
                             (self.at / "story-whole/model.safetensors").read_bytes())

    def test_a_killed_caption_run_resumes_to_the_very_same_losses(self):
        run("train_caption.py", *self.settings("caption-whole"))
        self.kill_and_resume("train_caption.py", "caption-cut", 5)
        self.assertEqual(losses(self.at / "caption-cut-run"), losses(self.at / "caption-whole-run"))

    def test_other_settings_do_not_go_on_with_an_old_run(self):
        run("train.py", *self.settings("story-other", epochs=1))
        done = subprocess.run(python("train.py", *self.settings("story-other", epochs=1, learning_rate=0.02)),
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("learning_rate: 0.01 → 0.02", done.stderr)

    def test_a_finished_run_has_a_folder_for_storybook_a_log_and_a_plot(self):
        run("train.py", *self.settings("story-done", epochs=1, save_as="fp16"))
        folder = self.at / "story-done"
        self.assertLessEqual(
            {"config.json", "generation_config.json", "model.safetensors", "special_tokens_map.json", "tokenizer.json",
             "tokenizer_config.json"}, {path.name for path in folder.iterdir()})
        self.assertEqual((self.at / "story-done-run" / "losses.png").read_bytes()[1:4], b"PNG")
        config = json.loads((folder / "config.json").read_text())
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        # The twelve are the last of the vocabulary, in the order of the fine-tuned KoT5.
        self.assertEqual([tokenizer.token_to_id(token) for token in data.PLACEHOLDERS],
                         list(range(config["vocab_size"] - 12, config["vocab_size"])))
        with safe_open(folder / "model.safetensors", "pt") as weights:
            self.assertEqual(weights.get_tensor("shared.weight").dtype, torch.float16)
            self.assertEqual(weights.get_tensor("shared.weight").shape[0], config["vocab_size"])

    def test_early_stopping_ends_a_run_that_gets_no_better(self):
        # A learning rate of 0: no epoch is better than the first.
        run("train.py", *self.settings("story-patient", epochs=9, learning_rate=0.0, patience=2))
        rows = losses(self.at / "story-patient-run")
        self.assertEqual([row[1] for row in rows if row[2] == "validation"], ["1", "2", "3"])

    def test_the_rate_rises_for_the_warm_up_and_falls_to_nothing(self):
        run("train.py", *self.settings("story-rate", epochs=2, warmup=0.25))
        rates = [float(row[4]) for row in losses(self.at / "story-rate-run") if row[2] == "train"]
        self.assertEqual(rates[0], 0.0)
        self.assertEqual(rates.index(max(rates)), 4)
        self.assertEqual(max(rates), 0.01)
        self.assertAlmostEqual(rates[-1], 0.01 / 12)

    def test_bfloat16_autocast_trains_too(self):
        run("train.py", *self.settings("story-bf16", epochs=1, precision="bf16"))
        self.assertEqual(len(losses(self.at / "story-bf16-run")), 9)

    def test_a_second_run_in_the_folders_of_another_is_refused_and_a_killed_one_locks_nobody_out(self):
        words = self.settings("story-busy", epochs=50)
        first = subprocess.Popen(python("train.py", *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            log, limit = self.at / "story-busy-run" / "losses.csv", time.monotonic() + 120
            while time.monotonic() < limit and not (log.exists() and log.read_text().count("\n") > 2):
                self.assertIsNone(first.poll(), "the run was over before another could be tried")
            for script, more in (("train.py", {}), ("train.py", {"run": self.at / "elsewhere"}),
                                 ("train_caption.py", {"out": self.at / "elsewhere", "run": self.at / "story-busy-run"})):
                second = subprocess.run(python(script, *self.settings("story-busy", epochs=50, **more)),
                                        capture_output=True, text=True)
                self.assertEqual(second.returncode, 1)
                self.assertIn(f"(process {first.pid}) is training in {self.at / 'story-busy'}", second.stderr)
            self.assertIsNone(first.poll())
        finally:
            first.kill()
            first.wait()
        # The run that was killed has left its lock behind, which is nobody's any more.
        self.assertTrue((self.at / "story-busy.lock").exists())
        run("train.py", *self.settings("story-busy", epochs=1, run=self.at / "story-busy-anew"))
        self.assertFalse((self.at / "story-busy.lock").exists())

    def test_search_tries_settings_and_goes_on_where_it_was(self):
        words = [*self.settings("story-search", epochs=1), "--trials", 2, "story"]
        run("search.py", *words)
        best = json.loads((self.at / "story-search" / "best.json").read_text())
        self.assertIn(best["folder"], ("trial-0", "trial-1"))
        self.assertIn("best of 2", run("search.py", *words))

    def test_placeholders_and_padding_are_masked(self):
        tokenizer = data.with_placeholders(data.load_tokenizer(str(self.at / "story")))
        rows = [{"input_text": text, "output_text": "별이가 웃었어요."} for text in ("<name> 별이 <feeling> <empty>", "별이")]
        batch = data.collate_stories(tokenizer, 0)(data.Stories(tokenizer, rows, 1).examples)
        masked = {tokenizer.id_to_token(token) for token in batch["input_ids"][batch["attention_mask"] == 0].tolist()}
        self.assertEqual(masked, {"<name>", "<feeling>", "<empty>", "<pad>"})
        self.assertEqual(int((batch["labels"] == 0).sum()), 0)

    def test_long_texts_are_cut_to_128_with_their_end(self):
        tokenizer = data.with_placeholders(data.load_tokenizer(str(self.at / "story")))
        stories = data.Stories(tokenizer, [{"input_text": "별이 " * 200, "output_text": "별이"}], 1)
        self.assertEqual((len(stories.examples[0][0]), stories.examples[0][0][-1], stories.cut), (128, 1, 1))

    def test_made_up_names_replace_the_name_throughout_and_keep_its_ending(self):
        row = {"name": "별이", "caption": "a girl", "input_text": "<name> 별이", "output_text": "별이는 별이를 봤다."}
        renamed = data.with_other_names([row], 5, 1)[1:]
        for each in renamed:
            self.assertNotEqual(each["name"], "별이")
            self.assertEqual(data.ending(each["name"]), "open")
            self.assertEqual(each["output_text"], f"{each['name']}는 {each['name']}를 봤다.")
        self.assertEqual(data.with_other_names([{**row, "caption": "별이가 웃는다"}], 1, 1)[1]["name"], "별이")

    def test_every_epoch_has_its_own_order_of_all_examples(self):
        first, second = order_of(50, 42, 0), order_of(50, 42, 1)
        self.assertEqual(sorted(first), list(range(50)))
        self.assertNotEqual(first, second)
        self.assertEqual(first, order_of(50, 42, 0))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    unittest.main()
