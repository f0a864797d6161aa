export { easypost } from "./easypost.ts";
export { type EasypostOptions, easypostOptionsSchema } from "./options.ts";
