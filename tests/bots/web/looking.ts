/// <reference lib="dom" />
// Looks a page over from inside the browser, as a checker of accessibility would: everything that is visible and has no
// name, too little contrast, or too little room. Runs in the page, so that it can use nothing from outside itself.

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the page gets it as one piece, so that it cannot be taken apart
export function lookAround({ smallest }: { readonly smallest: number }): string[] {
  const faults: string[] = [];
  const all = [...document.querySelectorAll<HTMLElement>('body *')];
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isHiddenFromReaders = (element: Element): boolean => element.closest('[aria-hidden="true"]') !== null;
  const describe = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 30)}`;
  const fault = (element: Element, what: string): void => void faults.push(`${what}: ${describe(element)}`);

  const nameOf = (element: HTMLElement): string => {
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const labels =
      'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent) : [];
    const images = [...element.querySelectorAll('img')].map(({ alt }) => alt);
    return [element.getAttribute('aria-label') ?? '', ...labelled, ...labels, element.textContent ?? '', ...images]
      .join('')
      .trim();
  };

  // Names.
  for (const element of all.filter(isShown).filter((one) => !isHiddenFromReaders(one))) {
    if (
      element.matches('button, a[href], input:not([type=hidden]), textarea, select, summary, [role=group], fieldset')
    ) {
      if (nameOf(element) === '') fault(element, 'no name');
    }
    if (element.matches('img') && element.getAttribute('alt') === null) fault(element, 'no alt');
    if (element.matches('progress') && nameOf(element) === '') fault(element, 'no name');
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) faults.push(`the id ${id} is there twice`);
  if (!document.documentElement.lang) faults.push('no language');
  if (document.title === '') faults.push('no title');

  // Contrast of text with what lies behind it.
  const parse = (colour: string): [number, number, number, number] => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const luminance = ([r, g, b]: readonly number[]): number => {
    const [x, y, z] = [r, g, b].map((value = 0) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (x ?? 0) + 0.7152 * (y ?? 0) + 0.0722 * (z ?? 0);
  };
  /** The darkest ground that the page has where no part has one of its own. */
  const GROUND = [178, 189, 244];
  const behind = (element: Element): readonly number[] => {
    const layers: [number, number, number, number][] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const layer = parse(getComputedStyle(at).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    const isGrounded = layers.at(-1)?.[3] === 1;
    const first: readonly number[] = isGrounded ? (layers.pop() ?? GROUND) : GROUND;
    return layers.reduceRight(
      (under, [r, g, b, a]) => [r, g, b].map((value, index) => value * a + (under[index] ?? 0) * (1 - a)),
      first,
    );
  };
  for (const element of all.filter(isShown)) {
    const says = [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
    );
    if (
      !says ||
      element.matches(':disabled, :disabled *, .aloud, .hidden') ||
      element.closest('.cover-preview, noscript')
    )
      continue;
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(parse(style.color)), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    const wanted = Number.parseFloat(style.fontSize) >= 24 ? 3 : 4.5;
    if (ratio < wanted) fault(element, `contrast ${ratio.toFixed(2)}`);
  }

  // Room.
  if (document.documentElement.scrollWidth > innerWidth + 1)
    faults.push(`wider than the screen by ${document.documentElement.scrollWidth - innerWidth}`);
  for (const element of all.filter(isShown)) {
    if (!element.matches('button, a[href], summary, input:not([type=radio]), textarea, label.card')) continue;
    const { width, height } = element.getBoundingClientRect();
    if (element.matches('.hidden')) continue;
    if (width < smallest || height < smallest) fault(element, `small: ${Math.round(width)} × ${Math.round(height)}`);
  }
  return faults;
}
