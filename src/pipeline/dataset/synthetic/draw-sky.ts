// The sky of a synthetic picture, and what falls from it.
import type { DrawnScene } from './scene.ts';
import { between, box, dot, line, oval, placed, shape } from './svg.ts';
import type { SkyName } from './vocabulary.ts';

const COLOURS: Readonly<Record<SkyName, string>> = {
  sunny: '#9fdcf8',
  cloudy: '#c9d6df',
  night: '#1c2654',
  rain: '#93a3b3',
  rainbow: '#b6e4fa',
};

const cloud = (x: number, y: number, scale: number, fill: string): string =>
  placed(
    { x, y, scale },
    oval(0, 0, 30, 14, fill) + dot(-16, -6, 13, fill) + dot(4, -12, 16, fill) + dot(20, -4, 12, fill),
  );

const sun = (x: number, y: number): string =>
  placed(
    { x, y },
    Array.from({ length: 8 }, (_, i) => {
      const turn = (i * Math.PI) / 4;
      return between(
        [Math.cos(turn) * 28, Math.sin(turn) * 28],
        [Math.cos(turn) * 38, Math.sin(turn) * 38],
        '#ffc21f',
        5,
      );
    }).join('') + dot(0, 0, 22, '#ffd23c'),
  );

const rainbow = (): string =>
  ['#e0453c', '#f28c28', '#f7d038', '#4fb04f', '#3f7fd0', '#8b5bb5']
    .map((colour, i) => line(`M${6 + i * 8} 170A${122 - i * 8} ${122 - i * 8} 0 0 1 ${250 - i * 8} 170`, colour, 9))
    .join('');

function above({ sky, sway }: DrawnScene): string {
  const at = (index: number): number => sway.things[index] ?? 0.5;
  switch (sky) {
    case 'sunny':
      return sun(44 + at(0) * 168, 44) + cloud(60 + at(1) * 140, 92, 0.6, '#ffffff');
    case 'cloudy':
      return [30, 120, 206].map((x, i) => cloud(x + at(i) * 30, 36 + at(i + 3) * 40, 1.2, '#f3f6f8')).join('');
    case 'night':
      return (
        placed({ x: 50 + at(0) * 150, y: 42 }, shape('M0 -24A24 24 0 1 0 20 14A19 19 0 0 1 0 -24Z', '#ffe9a3')) +
        Array.from({ length: 12 }, (_, i) => dot(at(i) * 256, (i * 29) % 130, 2.4, '#fff7cf')).join('')
      );
    case 'rain':
      return [20, 100, 190].map((x, i) => cloud(x + at(i) * 30, 26 + at(i + 3) * 14, 1.3, '#69788a')).join('');
    case 'rainbow':
      return rainbow() + cloud(30 + at(0) * 30, 40, 0.8, '#ffffff');
  }
}

/** Behind everything. */
export const drawSky = (scene: DrawnScene): string => box(-10, -10, 276, 276, COLOURS[scene.sky]) + above(scene);

/** Before everything: rain, and the dark of the night. */
export function drawWeather({ sky, sway, place }: DrawnScene): string {
  if (place === 'room') return '';
  if (sky === 'night') return box(-10, -10, 276, 276, '#141d52', { 'fill-opacity': '0.2' });
  if (sky !== 'rain') return '';
  return Array.from({ length: 60 }, (_, i) => {
    const x = ((i * 47 + (sway.things[i % 12] ?? 0) * 60) % 276) - 4;
    const y = 30 + ((i * 71) % 220);
    return between([x, y], [x - 4, y + 14], '#dcecff', 2);
  }).join('');
}
