"""Bayesian search (optuna, TPE) over learning rate, warm-up, patience and epochs, as the original searched.

Usage: python search.py story --data FOLDER --base MODEL --out FOLDER [--trials 20] [settings]
       python search.py caption …
Each trial trains in OUT/trial-N; OUT/search.sqlite3 remembers all of them, OUT/best.json says which was best. The same
command again goes on: a trial that was cut off is trained to its end from its checkpoint.
"""

import json
from dataclasses import replace

import optuna
from optuna.trial import FrozenTrial, TrialState

from lock import locked
from loop import Diverged, settings_of
from train import arguments_of, story_task, train
from train_caption import add_caption_arguments, caption_task

# What the original found best for KoT5. The search begins there.
KNOWN_BEST = {"learning_rate": 2.79e-4, "warmup": 0.2, "patience": 5, "epochs": 8}


def chosen(trial: optuna.Trial) -> dict[str, float | int]:
    return {
        "learning_rate": trial.suggest_float("learning_rate", 1e-5, 1e-3, log=True),
        "warmup": trial.suggest_float("warmup", 0.0, 0.3),
        "patience": trial.suggest_int("patience", 2, 6),
        "epochs": trial.suggest_int("epochs", 3, 10),
    }


def folder_of(trial: FrozenTrial | optuna.Trial) -> str:
    return trial.user_attrs.get("folder", f"trial-{trial.number}")


def take_up(study: optuna.Study) -> None:
    """Trials that were cut off, by a crash or by Ctrl-C, are tried again, in the folders they already have."""
    seen = {folder_of(trial) for trial in study.get_trials(states=(TrialState.COMPLETE, TrialState.PRUNED, TrialState.WAITING))}
    for trial in study.get_trials(states=(TrialState.RUNNING, TrialState.FAIL)):
        if trial.state == TrialState.RUNNING:
            study.tell(trial.number, state=TrialState.FAIL)
        if trial.params and folder_of(trial) not in seen:
            study.enqueue_trial(trial.params, user_attrs={"folder": folder_of(trial)})
            seen.add(folder_of(trial))


def search(given) -> optuna.Study:
    given.out.mkdir(parents=True, exist_ok=True)
    study = optuna.create_study(
        study_name="search", storage=f"sqlite:///{given.out / 'search.sqlite3'}", load_if_exists=True,
        direction="minimize")
    # Each start draws other trials than the ones before, and the same as another search with the same past.
    study.sampler = optuna.samplers.TPESampler(seed=given.seed + len(study.trials))
    if study.trials:
        take_up(study)
    elif given.what == "story":
        study.enqueue_trial(KNOWN_BEST)
    make = story_task if given.what == "story" else caption_task

    def objective(trial: optuna.Trial) -> float:
        settings = replace(settings_of(given), **chosen(trial))
        folder = folder_of(trial)
        trial.set_user_attr("folder", folder)
        more = {"column": given.column, "images": given.images} if given.what == "caption" else {}
        task = make(given.data, given.base, given.out / folder / "model", given.seed, given.save_as, given.rows, **more)
        try:
            return train(task, settings, given.out / folder)
        except Diverged as fault:
            # A learning rate that leads nowhere is an answer, too.
            raise optuna.TrialPruned(str(fault)) from None

    finished = len(study.get_trials(states=(TrialState.COMPLETE, TrialState.PRUNED)))
    study.optimize(objective, n_trials=max(0, given.trials - finished))
    best = study.best_trial
    (given.out / "best.json").write_text(json.dumps(
        {"validation_loss": best.value, **best.params, "folder": best.user_attrs["folder"]}, indent=2) + "\n")
    ended = len(study.get_trials(states=(TrialState.COMPLETE,)))
    print(f"best of {ended}: {best.user_attrs['folder']}, validation loss {best.value:.4f}, {best.params}")
    return study


if __name__ == "__main__":
    parser = add_caption_arguments(arguments_of(__doc__))
    parser.add_argument("what", choices=["story", "caption"])
    parser.add_argument("--trials", type=int, default=20, help="trials in all, finished ones included (default: 20)")
    given = parser.parse_args()
    with locked(given.out):
        search(given)
