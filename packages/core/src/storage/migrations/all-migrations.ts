import { foundation } from "./0001-foundation.ts";
import type { Migration } from "./migration.ts";

/** Every step, oldest first. A released step is never changed: a correction is a new step. */
export const migrations: readonly Migration[] = [foundation];
