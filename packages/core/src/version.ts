import packageFile from "../package.json" with { type: "json" };

/** The version of this package. */
export const version: string = packageFile.version;
