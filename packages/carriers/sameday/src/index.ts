export { type SamedayOptions, samedayOptionsSchema } from "./options.ts";
export { sameday } from "./sameday.ts";
