/** Something of a search that was dropped. */
export interface SearchWarning {
  field: string;
  message: string;
  code: "invalid_field" | "invalid_value";
}

/** An entry of `extensions.search`: what a list field was asked and what of it was not understood. */
export interface SearchReport {
  path: string[];
  query: string;
  warnings: SearchWarning[];
}

export function invalidField(field: string): SearchWarning {
  return { field, message: "Invalid search field for this query.", code: "invalid_field" };
}

export function invalidValue(field: string, value: string): SearchWarning {
  return { field, message: `Input \`${value}\` is not an accepted value.`, code: "invalid_value" };
}
