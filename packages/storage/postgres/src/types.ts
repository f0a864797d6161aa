import type pg from "pg";

const int8 = 20;
const numeric = 1700;

/** All our whole numbers fit a JavaScript number; the driver would give the larger types as text. */
export function numbersAsNumbers(types: typeof pg.types): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: "text" | "binary") =>
      oid === int8 || oid === numeric
        ? (value: string) => Number(value)
        : types.getTypeParser(oid, format as "text")) as pg.CustomTypesConfig["getTypeParser"],
  };
}
