import { foundation } from "./0001-foundation.ts";
import { searchAndCounts } from "./0002-search-and-counts.ts";
import { jobsAndWebhooks } from "./0003-webhooks.ts";
import { delivery } from "./0004-delivery.ts";
import { askedOnce } from "./0005-asked-once.ts";
import type { Migration } from "./migration.ts";

/** Every step, oldest first. A released step is never changed: a correction is a new step. */
export const migrations: readonly Migration[] = [foundation, searchAndCounts, jobsAndWebhooks, delivery, askedOnce];
