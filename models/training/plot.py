"""Draws losses.csv of a run: the training loss (smoothed), the validation loss and the learning rate, as losses.png.

Usage: python plot.py RUN_FOLDER
"""

import csv
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # No screen is needed.
import matplotlib.pyplot as plt


def plot(run: Path) -> Path:
    with open(run / "losses.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    train = [(int(row["step"]), float(row["loss"]), float(row["learning_rate"])) for row in rows if row["kind"] == "train"]
    validation = [(int(row["step"]), float(row["loss"])) for row in rows if row["kind"] == "validation"]

    smooth, mean = [], None
    for _, loss, _ in train:
        mean = loss if mean is None else 0.98 * mean + 0.02 * loss
        smooth.append(mean)

    figure, axes = plt.subplots(figsize=(8, 4.5), dpi=120)
    steps = [step for step, _, _ in train]
    axes.plot(steps, [loss for _, loss, _ in train], color="#c9d4e8", linewidth=0.6)
    axes.plot(steps, smooth, color="#3b5ea8", label="training (smoothed)")
    axes.plot(*zip(*validation), color="#d2691e", marker="o", label="validation")
    axes.set(xlabel="step", ylabel="loss per token", yscale="log")
    rates = axes.twinx()
    rates.plot(steps, [rate for _, _, rate in train], color="#999999", linewidth=0.8, linestyle=":")
    rates.set_ylabel("learning rate (dotted)")
    axes.legend()
    figure.tight_layout()
    path = run / "losses.png"
    figure.savefig(path, metadata={"Software": None})
    plt.close(figure)
    return path


if __name__ == "__main__":
    print(plot(Path(sys.argv[1])))
