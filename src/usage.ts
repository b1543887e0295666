// What services were asked, added up. Pure.
import type { Usage } from './jobs.ts';

export const usageSum = (one: Usage, other: Usage): Usage => ({
  calls: one.calls + other.calls,
  input: one.input + other.input,
  output: one.output + other.output,
});

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
