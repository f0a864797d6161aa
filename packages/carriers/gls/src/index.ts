export { glsItaly } from "./italy/gls-italy.ts";
export { type GlsItalyOptions, glsItalyOptionsSchema } from "./italy/options.ts";
export { gls } from "./mygls/gls.ts";
export { type GlsOptions, glsOptionsSchema } from "./mygls/options.ts";
