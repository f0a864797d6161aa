import type { StorageV1 } from "@askonce/spec/storage";
import fc from "fast-check";
import type { DefectName } from "./broken.ts";
import { type Ground, openGround } from "./ground.ts";
import { runSequence } from "./run-sequence.ts";
import { type Sequence, sequences } from "./sequences.ts";
import { shorten } from "./shorten.ts";

export interface ModelRun {
  /** Makes a storage; called anew every {@link mostSequencesPerGround} sequences. */
  storage: () => StorageV1;
  sequences: number;
  seed: number;
  /** How many of them an earlier run has done: a multiple of {@link mostSequencesPerGround}. The sequences are the same as in one run. */
  from?: number | undefined;
  /** Told after each batch how many are done, `from` included. */
  onProgress?: ((done: number) => void) | undefined;
  /** Instead of random sequences: this one, as a failure printed it. */
  sequence?: Sequence | undefined;
  /** The most steps of one sequence, besides the up to four tickets at its beginning. Default 12. */
  maxCommands?: number | undefined;
  /** How many sequences run beside one another, each lane on a storage of its own. Default 1. */
  lanes?: number | undefined;
  broken?: DefectName | undefined;
  /** Also values that no contract allows. Default `false`: see `hostile.ts`. */
  hostile?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

export interface ModelFailure {
  /** Of the batch, and with `path` all that is needed to see it again. */
  seed: number;
  path: string | null;
  /** The shortest sequence found that fails. */
  sequence: Sequence;
  message: string;
}

export interface ModelReport {
  sequences: number;
  seed: number;
  commands: number;
  failures: ModelFailure[];
  /** Up to here all are done, `from` included: where a run that was ended goes on. */
  doneUpTo: number;
  ms: number;
}

/** So much fits into memory, and a failure is not far from its beginning. */
const mostSequencesPerGround = 1000;

/**
 * Runs random sequences of commands through the library and through the model and compares them. Stops with the first batch that fails, after
 * shrinking what failed.
 */
export async function runModel(run: ModelRun): Promise<ModelReport> {
  const startedAt = performance.now();
  const from = run.from ?? 0;
  const report: ModelReport = { sequences: 0, seed: run.seed, commands: 0, failures: [], doneUpTo: from, ms: 0 };
  const lanes = run.lanes ?? 1;
  const perGround = from > 0 ? mostSequencesPerGround : Math.min(mostSequencesPerGround, Math.ceil(run.sequences / lanes));
  if (from % perGround !== 0) throw new Error(`A run goes on from a multiple of ${perGround}`);
  const batches = Math.ceil(run.sequences / perGround);
  const done = new Set<number>();
  const first = from / perGround;
  let next = first;
  const lane = async () => {
    while (next < batches && report.failures.length === 0 && !run.signal?.aborted) {
      const batch = next++;
      const count = Math.min(perGround, run.sequences - batch * perGround);
      const ground = await openGround(run.storage(), run.broken);
      try {
        await runBatch(ground, run, seedOf(run.seed, batch), count, report);
      } finally {
        await ground.close();
      }
      if (run.signal?.aborted || report.failures.length > 0) return;
      done.add(batch);
      let through = first;
      while (done.has(through)) through++;
      report.doneUpTo = Math.min(run.sequences, through * perGround);
      run.onProgress?.(Math.min(run.sequences, from + done.size * perGround));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, batches - first) }, lane));
  return { ...report, ms: Math.round(performance.now() - startedAt) };
}

/** The first batch has the seed of the run, the others seeds that no run with a seed nearby has. */
function seedOf(seed: number, batch: number): number {
  return (seed + Math.imul(batch, 0x9e3779b1)) | 0;
}

async function runBatch(ground: Ground, run: ModelRun, seed: number, count: number, report: ModelReport): Promise<void> {
  let isShrinking = false;
  const arbitrary = run.sequence ? fc.constant(run.sequence) : sequences(run.maxCommands ?? 12, { hostile: run.hostile ?? false });
  const property = fc.asyncProperty(arbitrary, async (sequence) => {
    if (run.signal?.aborted) return;
    try {
      const commands = await runSequence(ground, sequence);
      if (isShrinking) return;
      report.sequences++;
      report.commands += commands;
    } catch (error) {
      if (!isShrinking) report.sequences++;
      isShrinking = true;
      throw error;
    }
  });
  const result = await fc.check(property, { seed, numRuns: count });
  if (!result.failed) return;
  const [found] = result.counterexample ?? [];
  if (!found) throw result.errorInstance;
  const { sequence, error } = await shorten(ground, found, result.errorInstance);
  report.failures.push({
    seed,
    path: result.counterexamplePath,
    sequence,
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
}
