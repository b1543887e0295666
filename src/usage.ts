// What services were asked, added up. Pure.
import type { Usage } from './jobs.ts';

export function usageSum(one: Usage, other: Usage): Usage {
  const services = [...new Set([...(one.services ?? []), ...(other.services ?? [])])];
  return {
    calls: one.calls + other.calls,
    input: one.input + other.input,
    output: one.output + other.output,
    ...(services.length > 0 && { services }),
  };
}

/** Adds up what one piece of work asks; `spent` has nothing in it while nothing was asked. */
export function countingUsage() {
  let used: Usage | undefined;
  return {
    onUsage(more: Usage): void {
      used = used ? usageSum(used, more) : more;
    },
    spent: (): { readonly used?: Usage } => (used ? { used } : {}),
  };
}
