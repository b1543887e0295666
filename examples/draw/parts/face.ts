// Faces: eyes, brows, mouth and rosy cheeks, shared by children and animals so that all belong to one hand.
import { dot, line, oval } from '../svg.ts';

export type Mood = 'calm' | 'happy' | 'laugh' | 'wonder' | 'sad' | 'brave' | 'asleep' | 'shout';

export interface Face {
  readonly mood: Mood;
  /** Where the face looks, each −1…1. */
  readonly look?: readonly [x: number, y: number];
  /** Half the distance of the eyes. */
  readonly apart: number;
  readonly eye: number;
  readonly ink: string;
  readonly cheek: string;
  /** How far the mouth hangs below the eyes. */
  readonly drop: number;
}

function eyes({ mood, look = [0, 0], apart, eye, ink }: Face): string {
  const [lx, ly] = look;
  return [-1, 1]
    .map((side) => {
      const x = side * apart;
      if (mood === 'laugh') return line(`M${x - eye} ${eye * 0.3}q${eye} ${-eye * 1.5} ${eye * 2} 0`, ink, eye * 0.55);
      if (mood === 'asleep') return line(`M${x - eye} 0q${eye} ${eye * 1.2} ${eye * 2} 0`, ink, eye * 0.5);
      const grown = mood === 'wonder' || mood === 'shout' ? 1.22 : 1;
      return (
        oval(x, 0, eye * 0.82 * grown, eye * 1.08 * grown, ink) +
        dot(x + eye * (0.28 + lx * 0.16), -eye * (0.42 - ly * 0.1), eye * 0.32 * grown, '#fff') +
        dot(x - eye * 0.3, eye * 0.42, eye * 0.15, '#fff', { opacity: 0.75 })
      );
    })
    .join('');
}

function brows({ mood, apart, eye, ink }: Face): string {
  const tilt = { sad: -0.55, brave: 0.2, wonder: -0.12, shout: -0.3 }[mood as string] ?? 0;
  const lift = mood === 'wonder' || mood === 'shout' ? 2.7 : 2.15;
  return [-1, 1]
    .map((side) => {
      const [inner, outer] = [side * (apart - eye * 0.8), side * (apart + eye * 0.9)];
      const y = -eye * lift;
      return line(
        `M${inner} ${y + tilt * eye}Q${side * apart} ${y - eye * 0.55} ${outer} ${y - tilt * eye * 0.8}`,
        ink,
        eye * 0.3,
        { opacity: 0.75 },
      );
    })
    .join('');
}

function mouth({ mood, eye, ink, drop }: Face): string {
  const y = drop;
  switch (mood) {
    case 'laugh':
    case 'shout': {
      const wide = mood === 'laugh' ? 1.45 : 1.1;
      return (
        line(
          `M${-eye * wide} ${y - eye * 0.3}Q0 ${y + eye * 0.1} ${eye * wide} ${y - eye * 0.3}Q${eye * wide * 0.8} ${y + eye * 1.7} 0 ${y + eye * 1.7}Q${-eye * wide * 0.8} ${y + eye * 1.7} ${-eye * wide} ${y - eye * 0.3}Z`,
          '#7a2530',
          eye * 0.2,
          { fill: '#8f2b36' },
        ) + oval(0, y + eye * 1.18, eye * 0.68, eye * 0.42, '#ee8f86')
      );
    }
    case 'wonder':
      return oval(0, y + eye * 0.35, eye * 0.5, eye * 0.65, '#8f2b36');
    case 'sad':
      return line(`M${-eye * 0.8} ${y + eye * 0.5}Q0 ${y - eye * 0.5} ${eye * 0.8} ${y + eye * 0.5}`, ink, eye * 0.36);
    case 'brave':
      return line(
        `M${-eye * 0.9} ${y + eye * 0.1}Q${eye * 0.2} ${y + eye * 0.5} ${eye} ${y - eye * 0.2}`,
        ink,
        eye * 0.36,
      );
    default: {
      const wide = mood === 'happy' ? 1.15 : 0.75;
      return line(`M${-eye * wide} ${y}Q0 ${y + eye * wide} ${eye * wide} ${y}`, ink, eye * 0.36);
    }
  }
}

/** A face around its own origin, between the eyes. */
export function face(spec: Face): string {
  const { apart, eye, cheek, drop } = spec;
  const cheeks = [-1, 1].map((side) =>
    oval(side * (apart + eye * 1.35), drop * 0.72, eye * 1.7, eye * 1.25, cheek, {
      opacity: 0.5,
      filter: 'url(#blur4)',
    }),
  );
  return cheeks.join('') + eyes(spec) + brows(spec) + mouth(spec);
}
