import { parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";

const optionsSchema = z.strictObject({
  /** The first part of every reference: kebab-case, another one for a second shop of the same kind. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default("corner"),
  url: z.url({ protocol: /^https?$/ }),
  token: secretText(),
  webhookSecrets: z.array(secretText()).default([]),
  /** ISO 3166-1 alpha-2, to complete phone numbers that were written without their country. */
  countryCode: z.string().length(2).optional(),
  timeoutMs: z.int().positive().default(10_000),
});
export type CornerOptions = z.input<typeof optionsSchema>;
export type Settings = z.output<typeof optionsSchema>;

export const readOptions = (options: CornerOptions): Settings => parseOptions("corner", optionsSchema, options);
