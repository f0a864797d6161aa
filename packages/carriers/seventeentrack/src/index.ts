export { type SeventeentrackOptions, seventeentrackOptionsSchema } from "./options.ts";
export { seventeentrack } from "./seventeentrack.ts";
