// `storybook doctor`: what runs here, which engine each seam uses and why, where people can talk to it, what is missing and
// how to get it, and whom the program would talk to. Each section has its own file in `doctor/`.
import { examinePlatforms } from '../bots/index.ts';
import { throwIfCancelled } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { withRememberedModels } from '../pipeline/index.ts';
import { engineFindings } from './doctor/engines.ts';
import { isRunning, keepingFindings } from './doctor/keeping.ts';
import { machineFindings, memoryFinding } from './doctor/machine.ts';
import { networkFindings, serviceFindings } from './doctor/services.ts';
import { DOCTOR_WORDING } from './doctor/wording.ts';
import type { Surroundings } from './surroundings.ts';

export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/**
 * Everything worth knowing before the first book, in the order in which a person would check it.
 * @param surroundings with the configuration as the environment has it.
 * @throws TalesError `cancelled`.
 */
export async function doctor(surroundings: Surroundings): Promise<readonly Section[]> {
  const { locale, progress, signal } = surroundings;
  // What is remembered and cannot be read is told among what is kept.
  const config = await withRememberedModels(surroundings.config).catch(() => surroundings.config);
  const { sections, trying } = DOCTOR_WORDING[locale];
  const seams = Object.keys(config.engines).length;
  progress.step(trying, seams);
  const machine = await machineFindings(config, locale);
  const keeping = await keepingFindings(config, locale);
  const engines = await engineFindings(config, { named: surroundings.config, locale, signal, onEngine: progress.at });
  // A lock that cannot be looked at was told among what is kept.
  const running = await isRunning(config).catch(() => false);
  const platforms = await examinePlatforms(config, { locale, signal, isRunning: running });
  throwIfCancelled(signal);
  progress.end();
  const reaches = platforms.flatMap((platform) => platform.reaches);
  return [
    { title: sections.machine, findings: [...machine, memoryFinding(engines.weights, config, locale)] },
    { title: sections.keeping, findings: keeping },
    { title: sections.engines, findings: [...engines.findings, ...serviceFindings(config, locale)] },
    { title: sections.platforms, findings: platforms.flatMap(({ findings }) => findings) },
    { title: sections.network, findings: networkFindings(config, reaches, locale) },
  ];
}
