export { brt } from "./brt.ts";
export { type BrtOptions, brtOptionsSchema } from "./options.ts";
