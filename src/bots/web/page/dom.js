// Building elements: text goes in as text, never as markup.

/** @typedef {Node | string | number | false | null | undefined} Child */
/** @typedef {Record<string, unknown>} Props */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {Element} element @param {string} name @param {unknown} value */
function setProp(element, name, value) {
  if (name.startsWith('on') && typeof value === 'function') {
    element.addEventListener(name.slice(2).toLowerCase(), /** @type {EventListener} */ (value));
  } else if (value === true) element.setAttribute(name, '');
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props] attributes, and listeners as `onClick`
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  append(element, children);
  return element;
}

/** @param {Element} parent @param {readonly Child[]} children */
export function append(parent, children) {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

/** @param {Element} parent @param {...Child} children */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** What a parent was filled to show. @type {WeakMap<Element, string>} */
const filled = new WeakMap();

/**
 * Fills a parent anew only where it is to show something else: a button that is made anew between the press and the
 * letting go hears of neither, and loses the focus.
 * @param {Element} parent
 * @param {unknown} shows all that the children are made of
 * @param {() => readonly Child[]} draw
 */
export function refill(parent, shows, draw) {
  const key = JSON.stringify(shows) ?? '';
  if (filled.get(parent) === key) return;
  filled.set(parent, key);
  fill(parent, ...draw());
}

/** Sets a text only where it is another, so that screen readers do not read it again. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {string} name @param {boolean} isOn */
export function toggle(element, name, isOn) {
  if (isOn) element.setAttribute(name, '');
  else element.removeAttribute(name);
}

/** @param {string} tag @param {Props} props @param {...Element} children */
export function svg(tag, props, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Keeps a list of parts in step with a list of items, moving parts rather than making them anew.
 * @template T
 * @param {Element} parent
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => { readonly node: Element, readonly update: (item: T) => void }} create
 * @returns {(items: readonly T[]) => void}
 */
export function keyed(parent, keyOf, create) {
  /** @type {Map<string, ReturnType<typeof create>>} */
  const parts = new Map();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, part] of parts) {
      if (keys.has(key)) continue;
      part.node.remove();
      parts.delete(key);
    }
    items.forEach((item, index) => {
      const key = keyOf(item);
      const part = parts.get(key) ?? create(item);
      parts.set(key, part);
      part.update(item);
      // An element that is moved loses the focus, so that only those out of place are moved.
      if (parent.children[index] !== part.node) {
        const focused = document.activeElement;
        parent.insertBefore(part.node, parent.children[index] ?? null);
        if (focused instanceof HTMLElement && part.node.contains(focused)) focused.focus();
      }
    });
  };
}
