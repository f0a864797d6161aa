import { jobsStatements } from "../../jobs/jobs.schema.ts";
import { webhooksStatements } from "../../webhooks/webhooks.schema.ts";
import type { Migration } from "./migration.ts";

/** Jobs, and what is sent to webhook endpoints. Only added to: older code goes on beside it and sends nothing. */
export const jobsAndWebhooks: Migration = {
  version: 3,
  name: "jobs-and-webhooks",
  worksWith: 1,
  statements: [...jobsStatements, ...webhooksStatements],
};
