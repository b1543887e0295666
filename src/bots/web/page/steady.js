// A list whose buttons decide something: nothing moves under the pointer at once, so that a second click never hits what
// was the next one. What is gone stays in its place for a moment, and until the rest has settled nothing can be pressed.

/** How long what is gone stays in its place, and how long the list then rests, in milliseconds. */
export const STAYS = 1200;
export const RESTS = 500;

/**
 * @template T
 * @param {object} options
 * @param {(item: T) => string} options.keyOf what is decided on: another key is another thing
 * @param {(items: readonly T[]) => void} options.show
 * @param {(gone: readonly string[] | undefined) => void} options.hold nothing can be pressed, and these are over;
 * `undefined` when all can be pressed again
 */
export function createSteady({ keyOf, show, hold }) {
  /** @type {readonly T[]} */
  let shown = [];
  /** @type {readonly T[]} */
  let latest = [];
  /** @type {Set<string>} */
  const decided = new Set();
  let isHeld = false;
  let hasMoved = false;

  /** Whether all that is there stays where it is. */
  const isSteady = () => shown.every((item, index) => latest.slice(index, index + 1).map(keyOf)[0] === keyOf(item));

  const drawHeld = () => {
    const there = new Set(latest.map(keyOf));
    hold(shown.map(keyOf).filter((key) => !there.has(key) || decided.has(key)));
  };
  const draw = () => {
    shown = latest;
    show(shown);
  };

  function stay() {
    isHeld = true;
    hasMoved = false;
    drawHeld();
    setTimeout(settle, STAYS);
  }
  function settle() {
    decided.clear();
    hasMoved = !isSteady();
    draw();
    if (!hasMoved) return release();
    hold([]);
    setTimeout(release, RESTS);
  }
  function release() {
    if (!isSteady()) return stay();
    draw();
    isHeld = false;
    hold(undefined);
  }

  return {
    /** @param {readonly T[]} items */
    update(items) {
      latest = items;
      if (!isHeld) {
        if (isSteady()) draw();
        else stay();
      } else if (!hasMoved) drawHeld();
    },
    /** Somebody has just said what becomes of it. @param {string} key */
    decide(key) {
      decided.add(key);
      if (isHeld) drawHeld();
      else stay();
    },
  };
}
