"""The training loop that stories and captions share: AdamW, warm-up, clipping, early stopping, exact resumption.

What is trained, and on what, comes in as a `Task`. Everything that chance decides comes from torch's generators: the
order of an epoch from one seeded with (seed, epoch), dropout from the global one, whose state is in the checkpoint. So
a run that was cut off and resumed writes the same losses as one that was not (tests/test_recipe.py kills one).
"""

import argparse
import csv
import json
import os
import time
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Callable, Sequence

import torch
from transformers import get_linear_schedule_with_warmup

# What may differ between a run and its resumption without changing what is computed.
FREE = {"save_every", "threads"}
LOG_COLUMNS = ["step", "epoch", "kind", "loss", "learning_rate", "seconds"]


def setting(default, about):
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True)
class Settings:
    """The defaults are the best that the original's search found, with its batch of 8."""

    learning_rate: float = setting(2.79e-4, "peak of the learning rate, after the warm-up")
    warmup: float = setting(0.2, "share of all steps in which the rate rises from 0; then it falls linearly to 0")
    patience: int = setting(5, "stop after so many epochs in a row without a better validation loss")
    epochs: int = setting(8, "epochs at most")
    batch: int = setting(8, "examples in a batch")
    accumulate: int = setting(1, "batches summed up before a step, where the memory holds no larger batch")
    clip: float = setting(1.0, "largest norm of the gradient")
    weight_decay: float = setting(0.01, "AdamW's weight decay")
    seed: int = setting(42, "decides the order of examples, dropout and new embeddings")
    device: str = setting("auto", "cpu, cuda, cuda:1, mps; auto takes a GPU where there is one")
    precision: str = setting("auto", "fp32, bf16 or fp16 (mixed); auto takes bf16 on a GPU that has it, else fp32")
    save_every: int = setting(200, "steps between checkpoints; one is also saved after each epoch")
    threads: int = setting(0, "processor threads; 0 leaves it to torch")


class Diverged(SystemExit):
    """The loss is not a number any more."""


@dataclass(frozen=True)
class Task:
    model: torch.nn.Module
    train: Sequence
    validation: Sequence
    # Some examples → the model's keyword arguments; `labels` hold -100 wherever nothing is to be predicted.
    collate: Callable[[list], dict[str, torch.Tensor]]
    # Writes the model, as it is now, as a folder that `storybook` takes.
    export: Callable[[], None]
    # What the run begins from and how it is stored, and what the examples were made of: a resumed run must have the same.
    origin: dict[str, str]
    fingerprint: str


def add_settings(parser: argparse.ArgumentParser, **defaults) -> None:
    for each in fields(Settings):
        default = defaults.get(each.name, each.default)
        parser.add_argument("--" + each.name.replace("_", "-"), type=type(each.default), default=default,
                            help=f"{each.metadata['about']} (default: {default})")


def settings_of(arguments: argparse.Namespace) -> Settings:
    return Settings(**{each.name: getattr(arguments, each.name) for each in fields(Settings)})


def resolved(settings: Settings) -> tuple[torch.device, str]:
    """The device and the precision that `auto` stands for; refuses what the device cannot do."""
    name = settings.device
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    device, precision = torch.device(name), settings.precision
    if precision == "auto":
        # T5 was made with bfloat16; in float16 its feed-forward overflows, so that is never chosen unasked.
        precision = "bf16" if device.type == "cuda" and torch.cuda.is_bf16_supported() else "fp32"
    if precision not in ("fp32", "bf16", "fp16"):
        raise SystemExit(f"--precision {precision}: only auto, fp32, bf16, fp16")
    if precision == "fp16" and device.type != "cuda":
        raise SystemExit("--precision fp16 needs a CUDA device; bf16 and fp32 run anywhere")
    return device, precision


def autocast(device: torch.device, precision: str):
    kind = {"bf16": torch.bfloat16, "fp16": torch.float16}.get(precision)
    return nullcontext() if kind is None else torch.autocast(device.type, dtype=kind)


def order_of(count: int, seed: int, epoch: int) -> list[int]:
    generator = torch.Generator().manual_seed(seed * 100_003 + epoch)
    return torch.randperm(count, generator=generator).tolist()


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """The file is there with all of its content, or as it was before: a crash leaves no half of it."""
    partial = path.with_name(path.name + ".partial")
    write(partial)
    with open(partial, "rb") as file:
        os.fsync(file.fileno())
    os.replace(partial, path)


class Log:
    """losses.csv. A resumed run first takes away what was written after its checkpoint."""

    def __init__(self, path: Path, rows: int):
        kept = list(csv.reader(open(path, encoding="utf-8")))[: rows + 1] if rows else [LOG_COLUMNS]
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(kept)
        self.rows, self.start = rows, time.monotonic()
        self.file = open(path, "a", encoding="utf-8", newline="")

    def write(self, step: int, epoch: int, kind: str, loss: float, rate: float) -> None:
        seconds = round(time.monotonic() - self.start, 1)
        csv.writer(self.file).writerow([step, epoch, kind, repr(loss), repr(rate), seconds])
        self.file.flush()
        self.rows += 1


@torch.no_grad()
def validation_loss(task: Task, settings: Settings, device: torch.device, precision: str) -> float:
    """The mean over all predicted tokens, not over batches, so that it does not hang on the batch's size."""
    task.model.eval()
    total, count = 0.0, 0
    for at in range(0, len(task.validation), settings.batch):
        rows = task.collate([task.validation[i] for i in range(at, min(at + settings.batch, len(task.validation)))])
        tokens = int((rows["labels"] != -100).sum())
        with autocast(device, precision):
            loss = task.model(**{name: tensor.to(device) for name, tensor in rows.items()}).loss
        total, count = total + loss.item() * tokens, count + tokens
    task.model.train()
    return total / count


class Run:
    """One training run in a folder of its own: checkpoint.pt, losses.csv, settings.json, and the model by `export`."""

    def __init__(self, task: Task, settings: Settings, folder: Path):
        if not task.train or not task.validation:
            raise SystemExit("there has to be at least one example to train on and one to validate with")
        self.task, self.settings, self.folder = task, settings, folder
        folder.mkdir(parents=True, exist_ok=True)
        if settings.threads:
            torch.set_num_threads(settings.threads)
        self.device, self.precision = resolved(settings)
        per_step = settings.batch * settings.accumulate
        self.steps_per_epoch = -(-len(task.train) // per_step)
        steps = self.steps_per_epoch * settings.epochs
        task.model.to(self.device).train()
        self.optimiser = torch.optim.AdamW(
            task.model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
        self.scheduler = get_linear_schedule_with_warmup(self.optimiser, int(settings.warmup * steps), steps)
        self.scaler = torch.amp.GradScaler(self.device.type, enabled=self.precision == "fp16")
        # Where the run stands. `position` counts the steps of the epoch that are done.
        self.state = {"epoch": 0, "position": 0, "step": 0, "best": None, "best_epoch": None, "worse": 0, "done": False}
        torch.manual_seed(settings.seed)
        self.log = Log(folder / "losses.csv", self.resume())
        write_whole(folder / "settings.json", lambda path: path.write_text(json.dumps(
            {**asdict(settings), "device": str(self.device), "precision": self.precision, "steps": steps,
             "train": len(task.train), "validation": len(task.validation)}, indent=2) + "\n", encoding="utf-8"))

    def identity(self) -> dict[str, str]:
        """What a resumed run must have in common with the one that was cut off."""
        kept = {name: value for name, value in asdict(self.settings).items() if name not in FREE}
        kept |= {"device": self.device.type, "precision": self.precision, "data": self.task.fingerprint, **self.task.origin}
        return {name: str(value) for name, value in kept.items()}

    def save(self) -> None:
        content = {
            "identity": self.identity(), "state": self.state, "log_rows": self.log.rows,
            "model": self.task.model.state_dict(), "optimiser": self.optimiser.state_dict(),
            "scheduler": self.scheduler.state_dict(), "scaler": self.scaler.state_dict(),
            "random": torch.get_rng_state(),
            "random_cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        }
        write_whole(self.folder / "checkpoint.pt", lambda path: torch.save(content, path))

    def resume(self) -> int:
        """Goes back to the checkpoint, if there is one. Returns how many rows of the log it knows of."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return 0
        content = torch.load(path, map_location="cpu", weights_only=True)
        before, now = content["identity"], self.identity()
        differing = [f"{name}: {before.get(name)} → {now[name]}" for name in now if before.get(name) != now[name]]
        if differing:
            raise SystemExit(f"{path} was saved with other settings ({'; '.join(differing)}). "
                             "Use the same ones, or another --run folder.")
        self.state = content["state"]
        self.task.model.load_state_dict(content["model"])
        self.optimiser.load_state_dict(content["optimiser"])
        self.scheduler.load_state_dict(content["scheduler"])
        self.scaler.load_state_dict(content["scaler"])
        torch.set_rng_state(content["random"])
        if content["random_cuda"]:
            torch.cuda.set_rng_state_all(content["random_cuda"])
        print(f"resumed at epoch {self.state['epoch'] + 1}, step {self.state['step']}", flush=True)
        return content["log_rows"]

    def step(self, chosen: list[int]) -> float:
        """One step of the optimiser on `batch × accumulate` examples. Returns their mean loss."""
        size, total = self.settings.batch, 0.0
        parts = [chosen[at : at + size] for at in range(0, len(chosen), size)]
        for part in parts:
            rows = self.task.collate([self.task.train[i] for i in part])
            with autocast(self.device, self.precision):
                loss = self.task.model(**{name: tensor.to(self.device) for name, tensor in rows.items()}).loss
            self.scaler.scale(loss / len(parts)).backward()
            total += loss.item() / len(parts)
        if total != total:
            raise Diverged(f"the loss is not a number at step {self.state['step'] + 1}: try a lower --learning-rate, "
                             "or --precision bf16 or fp32")
        self.scaler.unscale_(self.optimiser)
        torch.nn.utils.clip_grad_norm_(self.task.model.parameters(), self.settings.clip)
        self.scaler.step(self.optimiser)
        self.scaler.update()
        self.optimiser.zero_grad(set_to_none=True)
        self.scheduler.step()
        return total

    def epoch(self) -> None:
        state, per_step = self.state, self.settings.batch * self.settings.accumulate
        order = order_of(len(self.task.train), self.settings.seed, state["epoch"])
        while state["position"] < self.steps_per_epoch:
            at = state["position"] * per_step
            rate = self.scheduler.get_last_lr()[0]
            loss = self.step(order[at : at + per_step])
            state["position"] += 1
            state["step"] += 1
            self.log.write(state["step"], state["epoch"] + 1, "train", loss, rate)
            if state["step"] % 50 == 0:
                print(f"epoch {state['epoch'] + 1} step {state['step']} loss {loss:.4f}", flush=True)
            if state["step"] % self.settings.save_every == 0 and state["position"] < self.steps_per_epoch:
                self.save()

    def validate(self) -> float:
        """Closes the epoch: exports the model where it is the best so far, and counts the epochs in which it is not."""
        state = self.state
        loss = validation_loss(self.task, self.settings, self.device, self.precision)
        state["epoch"] += 1
        state["position"] = 0
        self.log.write(state["step"], state["epoch"], "validation", loss, self.scheduler.get_last_lr()[0])
        print(f"epoch {state['epoch']}: validation loss {loss:.4f}", flush=True)
        if state["best"] is None or loss < state["best"]:
            state.update(best=loss, best_epoch=state["epoch"], worse=0)
            # Before the checkpoint says so: a crash in between only exports it once more.
            self.task.export()
        else:
            state["worse"] += 1
        state["done"] = state["epoch"] == self.settings.epochs or state["worse"] >= self.settings.patience
        self.save()
        return loss

    def fit(self, after_epoch: Callable[[int, float], None] = lambda epoch, loss: None) -> float:
        """Trains to the end. Returns the best validation loss, which is that of the exported model."""
        while not self.state["done"]:
            self.epoch()
            loss = self.validate()
            after_epoch(self.state["epoch"], loss)
        best, epoch = self.state["best"], self.state["best_epoch"]
        print(f"done: best validation loss {best:.4f} after epoch {epoch}", flush=True)
        return best
