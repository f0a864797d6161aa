import type { Step } from "./commands.ts";
import type { Ground } from "./ground.ts";
import { runSequence } from "./run-sequence.ts";
import type { Sequence } from "./sequences.ts";

/** What opening a ticket can do without. */
const optional = ["channel", "customer", "contact", "assurance", "language", "tags", "text"] as const;

/**
 * Leaves out every step that is not needed for the failure, and every half of a pair. The shrinking of fast-check makes values small but keeps
 * the end of a list and cannot turn a pair into a single command.
 */
export async function shorten(ground: Ground, failing: Sequence, error: unknown): Promise<{ sequence: Sequence; error: unknown }> {
  let best = { sequence: failing, error };
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (const steps of shorterSteps(best.sequence.steps)) {
      const sequence = { ...best.sequence, steps };
      const again = await runSequence(ground, sequence).then(
        () => null,
        (cause: unknown) => ({ sequence, error: cause }),
      );
      if (!again) continue;
      best = again;
      isShorter = true;
      break;
    }
  }
  return best;
}

function* shorterSteps(steps: readonly Step[]): Generator<readonly Step[]> {
  for (let index = steps.length - 1; index >= 0; index--) yield steps.toSpliced(index, 1);
  for (const [index, step] of steps.entries()) {
    if (step.do === "both") for (const command of step.commands) yield steps.with(index, command);
    if (step.do !== "createTicket") continue;
    for (const key of optional) if (step[key] !== undefined) yield steps.with(index, { ...step, [key]: undefined });
  }
}
