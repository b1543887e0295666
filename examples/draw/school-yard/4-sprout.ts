// Page 4: the class's photograph of the sprout, with a lens's shallow focus, dew, and the grain of a small camera.
// It is stored as JPEG, so that a photograph too travels the whole way through the program.
import { blob, box, brush, chance, dot, gradient, group, line, oval, path, type Picture, picture, smooth, tag, times } from '../svg.ts';

const [W, H] = [2100, 1400];

const blurs = [3, 7, 16, 40, 90].map((r) => tag('filter', { id: `lens${r}`, x: '-60%', y: '-60%', width: '220%', height: '220%' }, tag('feGaussianBlur', { stdDeviation: r }))).join('');

/** Crumbs of earth: noise taken as height and lit from the upper left. */
const soilFilter = (id: string, frequency: string, height: number, colour: string, seed: number): string =>
  tag('filter', { id, x: 0, y: 0, width: '100%', height: '100%', 'color-interpolation-filters': 'sRGB' },
    tag('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency, numOctaves: 6, seed, result: 'crumbs' }),
    tag('feDiffuseLighting', { in: 'crumbs', surfaceScale: height, diffuseConstant: 1.05, 'lighting-color': colour, result: 'lit' }, tag('feDistantLight', { azimuth: 215, elevation: 48 })),
    tag('feComposite', { in: 'lit', in2: 'SourceGraphic', operator: 'in' }));

const leafFilter = tag('filter', { id: 'leaf', x: '-10%', y: '-10%', width: '120%', height: '120%', 'color-interpolation-filters': 'sRGB' },
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: '0.012 0.03', numOctaves: 5, seed: 6, result: 'skin' }),
  tag('feSpecularLighting', { in: 'skin', surfaceScale: 7, specularConstant: 0.55, specularExponent: 18, 'lighting-color': '#f6ffe0', result: 'gloss' }, tag('feDistantLight', { azimuth: 230, elevation: 52 })),
  tag('feComposite', { in: 'gloss', in2: 'SourceGraphic', operator: 'in', result: 'shine' }),
  tag('feGaussianBlur', { in: 'SourceAlpha', stdDeviation: 16, result: 'soft' }),
  tag('feOffset', { in: 'soft', dx: -8, dy: -14, result: 'moved' }),
  tag('feComposite', { in: 'SourceAlpha', in2: 'moved', operator: 'out', result: 'under' }),
  tag('feFlood', { 'flood-color': '#173a12', 'flood-opacity': 0.6 }), tag('feComposite', { in2: 'under', operator: 'in', result: 'dark' }),
  tag('feMerge', {}, tag('feMergeNode', { in: 'SourceGraphic' }), tag('feMergeNode', { in: 'dark' }), tag('feMergeNode', { in: 'shine' })),
  tag('feGaussianBlur', { stdDeviation: 1.1 }));

const grain = tag('filter', { id: 'grain', x: 0, y: 0, width: '100%', height: '100%' },
  tag('feTurbulence', { type: 'fractalNoise', baseFrequency: 0.75, numOctaves: 2, seed: 3 }),
  tag('feColorMatrix', { values: '0.9 0 0 0 0.05 0 0.9 0 0 0.05 0 0 0.9 0 0.05 0 0 0 0 0.16' }));

/** Out-of-focus lights between the leaves far behind. */
function bokeh(): string {
  const random = chance(8);
  const tones = ['#f7f3b0', '#dff0a0', '#b9dc86', '#fff7cf', '#8fc06a'];
  return times(46, () => {
    const [x, y, r] = [random() * W, random() ** 1.2 * 760, 30 + random() * 78];
    const tone = tones[Math.floor(random() * tones.length)] ?? '#dff0a0';
    return dot(x, y, r, tone, { opacity: 0.1 + random() * 0.26, filter: 'url(#lens3)' }) + dot(x, y, r, 'none', { stroke: '#ffffe0', 'stroke-width': 4, opacity: 0.12, filter: 'url(#lens3)' });
  });
}

const veins = (points: readonly string[]): string => group({ filter: 'lens3', opacity: 0.5 }, points.map((d) => line(d, '#d9f0a4', 6)).join(''));

const dew = (x: number, y: number, r: number): string =>
  oval(x + r * 0.12, y + r * 0.3, r * 1.02, r * 0.92, '#12300e', { opacity: 0.4, filter: 'url(#lens3)' }) + oval(x, y, r, r * 0.92, 'url(#dew)') + oval(x + r * 0.1, y + r * 0.42, r * 0.6, r * 0.3, '#f3ffd0', { opacity: 0.75, filter: 'url(#lens3)' }) + oval(x - r * 0.34, y - r * 0.4, r * 0.24, r * 0.16, '#fff', { transform: `rotate(-28 ${x} ${y})` });

function plant(): string {
  const stem = path(brush([[1060, 1110], [1048, 950], [1066, 800], [1058, 690]], [50, 42, 38, 34]), 'url(#stem)');
  const left = smooth([[1056, 706], [960, 640], [800, 560], [640, 556], [560, 618], [610, 690], [760, 726], [930, 736]], true);
  const right = smooth([[1062, 706], [1150, 610], [1290, 508], [1450, 470], [1560, 508], [1548, 596], [1430, 672], [1240, 724]], true);
  const young = path(smooth([[1060, 704], [1024, 630], [1016, 540], [1050, 470], [1084, 540], [1084, 630]], true), 'url(#youngLeaf)') + path(smooth([[1062, 704], [1096, 640], [1128, 570], [1146, 520], [1150, 590], [1120, 664]], true), '#a9cf6a');
  const husk = group({ x: 1556, y: 520, rotate: 64 }, path(smooth([[0, -74], [34, -20], [30, 36], [0, 62], [-30, 36], [-34, -20]], true), 'url(#husk)'), [-16, 0, 16].map((x) => line(`M${x * 0.4} -62Q${x * 1.5} 0 ${x * 0.9} 52`, '#e8dcc2', 5, { opacity: 0.85 })).join(''));
  return group({ filter: 'lens7', opacity: 0.95 }, young) + group({ filter: 'leaf' }, stem) + group({ filter: 'leaf' }, path(right, 'url(#leafRight)')) + veins(['M1090 690Q1280 600 1520 530', 'M1180 640Q1260 560 1330 530', 'M1260 610Q1360 620 1440 620']) +
    group({ filter: 'leaf' }, path(left, 'url(#leafLeft)')) + veins(['M1040 706Q800 640 590 618', 'M900 668Q820 610 740 590', 'M860 660Q780 690 700 690']) + group({ filter: 'lens3' }, husk) + group({ filter: 'leaf' }, husk) +
    [[700, 612, 26], [800, 650, 17], [880, 640, 12], [650, 650, 13], [1330, 560, 24], [1420, 530, 15], [1250, 640, 17], [1470, 590, 12], [1180, 672, 11]].map(([x = 0, y = 0, r = 0]) => dew(x, y, r)).join('');
}

function earth(): string {
  const slope = (y: number): string => `${smooth([[-80, y + 30], [400, y], [900, y - 34], [1240, y - 30], [1700, y + 6], [2180, y + 20]])}L2180 1500L-80 1500Z`;
  return group({ filter: 'lens40' }, path(slope(880), '#5d4634')) + group({ filter: 'lens7' }, group({ filter: 'soilFar' }, path(slope(930), '#000'))) + group({ filter: 'soil' }, path(slope(1010), '#000')) +
    oval(1090, 1118, 330, 44, '#1c120c', { opacity: 0.62, filter: 'url(#lens16)' }) +
    times(18, (i) => path(blob(180 + ((i * 433) % 1760), 1060 + ((i * 89) % 150), 14 + ((i * 7) % 26), 10 + ((i * 5) % 16), i + 2, 0.16), i % 3 ? '#6d5240' : '#8d745c', { filter: 'url(#lens3)' }));
}

export function sproutPhoto(): Picture {
  const defs = blurs + soilFilter('soil', '0.018 0.03', 26, '#a9845f', 4) + soilFilter('soilFar', '0.03 0.06', 18, '#8f6f50', 9) + leafFilter + grain +
    gradient('behind', [[0, '#dfe9a0'], [0.35, '#8fb866'], [0.75, '#4f7a45'], [1, '#38502f']]) + gradient('stem', [[0, '#c5dc8a'], [0.7, '#a8c878'], [1, '#b98a78']]) + gradient('leafLeft', [[0, '#a6d45c'], [0.55, '#72ad3c'], [1, '#3f7a26']]) + gradient('leafRight', [[0, '#c3e67c'], [0.5, '#86c04a'], [1, '#4a8a2c']]) +
    gradient('youngLeaf', [[0, '#d9f0a0'], [1, '#7db04a']]) + gradient('husk', [[0, '#3c3430'], [0.5, '#1f1a1a'], [1, '#4a403a']]) + gradient('dew', [[0, '#eaffc8', 0.25], [0.7, '#4f8a30', 0.35], [1, '#1c4414', 0.75]], true) + gradient('sun', [[0, '#fffbd8', 0.95], [0.4, '#fff2a8', 0.4], [1, '#fff2a8', 0]], true) + gradient('edge', [[0, '#0c160a', 0], [0.62, '#0c160a', 0], [1, '#0c160a', 0.6]], true, 0.72);
  return picture(W, H, defs, box(-60, -60, W + 120, H + 120, 'url(#behind)'),
    group({ filter: 'lens90' }, oval(300, 500, 420, 300, '#3f6a3a'), oval(1750, 420, 380, 330, '#5a8a4c'), oval(1000, 240, 500, 200, '#eef0b0'), oval(1400, 800, 520, 140, '#2f4a2a'), box(1560, 100, 90, 700, '#8a7058')), dot(420, 60, 760, 'url(#sun)'), bokeh(), earth(), plant(),
    group({ filter: 'lens40' }, path(brush([[-60, 1440], [120, 1180], [60, 900]], [60, 44, 6]), '#5f8f3f'), path(brush([[2100, 1460], [1980, 1240], [2060, 1040]], [70, 44, 6]), '#4f7f38'), path(blob(420, 1430, 300, 70, 4), '#4a3626'), path(blob(1500, 1450, 420, 80, 7), '#3f2e20')),
    dot(420, 60, 900, 'url(#sun)', { opacity: 0.4 }), box(-60, -60, W + 120, H + 120, 'url(#edge)'), box(-60, -60, W + 120, H + 120, '#808080', { filter: 'url(#grain)' }));
}
