export { aftership } from "./aftership.ts";
export { type AftershipOptions, aftershipOptionsSchema } from "./options.ts";
