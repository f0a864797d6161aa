export { fancourier } from "./fancourier.ts";
export { type FanCourierOptions, fanCourierOptionsSchema } from "./options.ts";
