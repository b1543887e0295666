// The flag of Korea, which the emoji set lacks, drawn after the flag act's proportions (3:2, circle half the height).
// A drawing only.

/** One trigram at the origin: three bars, each whole or broken. */
function trigram(bars: readonly boolean[]): string {
  return bars
    .map((whole, row) => {
      const y = -5 + row * 3.75;
      return whole
        ? `<rect x="-7.5" y="${y}" width="15" height="2.5"/>`
        : `<rect x="-7.5" y="${y}" width="7" height="2.5"/><rect x=".5" y="${y}" width="7" height="2.5"/>`;
    })
    .join('');
}

/** Centre of the flag is (64,64); it is 108 wide and 72 high, the circle's radius 18. */
const corner = (x: number, y: number, turn: number, bars: readonly boolean[]): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})">${trigram(bars)}</g>`;

const SLOPE = 33.69;

export const TAEGEUKGI = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
<rect x="10" y="28" width="108" height="72" rx="3" fill="#fff" stroke="#c9ccd3" stroke-width="1.5"/>
<g transform="rotate(${SLOPE} 64 64)"><circle cx="64" cy="64" r="18" fill="#cd2e3a"/>
<path d="M46 64a18 18 0 0 0 36 0a9 9 0 0 0-18 0a9 9 0 0 1-18 0z" fill="#0047a0"/></g>
<g fill="#17171b">
${corner(34, 44, -(90 - SLOPE), [true, true, true])}
${corner(94, 44, 90 - SLOPE, [false, true, false])}
${corner(34, 84, 90 - SLOPE, [true, false, true])}
${corner(94, 84, -(90 - SLOPE), [false, false, false])}
</g></svg>`;
