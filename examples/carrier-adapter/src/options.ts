import { adapterId, parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";

const optionsSchema = z.strictObject({
  /** Another one for a second account of the same courier. */
  id: adapterId("pigeon"),
  key: secretText(),
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.pigeon.example"),
  /** For one request, in milliseconds. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. */
  ratePerSecond: z.number().positive().max(1000).default(2),
});
export type PigeonOptions = z.input<typeof optionsSchema>;
export type Settings = z.output<typeof optionsSchema>;

export const readOptions = (options: PigeonOptions): Settings => parseOptions("pigeon", optionsSchema, options);
