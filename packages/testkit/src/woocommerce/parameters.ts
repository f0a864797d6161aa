/** The query of a request as PHP reads it: `status[]=a&status[1]=b` is a list, and of a repeated plain name the last one wins. */
export interface QueryParameters {
  /** `undefined` when missing; the first entry of a list. */
  text(name: string): string | undefined;
  /** A list, also from `a,b`, as WordPress reads list parameters. `undefined` when missing. */
  list(name: string): string[] | undefined;
  /** Every parameter in the order of the request. */
  readonly entries: ReadonlyMap<string, string | string[]>;
}

export function parseQuery(search: URLSearchParams): QueryParameters {
  const entries = new Map<string, string | string[]>();
  for (const [rawName, value] of search) {
    const bracket = /^([^[\]]+)\[([^\]]*)\]$/.exec(rawName);
    if (bracket === null) {
      entries.set(rawName, value);
      continue;
    }
    const name = bracket[1] ?? rawName;
    const known = entries.get(name);
    const list = Array.isArray(known) ? known : [];
    const index = bracket[2] ?? "";
    if (/^\d{1,3}$/.test(index) && Number(index) < list.length) list[Number(index)] = value;
    else list.push(value);
    entries.set(name, list);
  }
  return {
    entries,
    text(name) {
      const value = entries.get(name);
      return Array.isArray(value) ? value[0] : value;
    },
    list(name) {
      const value = entries.get(name);
      if (value === undefined || Array.isArray(value)) return value;
      return value.split(/[\s,]+/).filter((part) => part !== "");
    },
  };
}

/** `rest_sanitize_boolean`: everything but `false`, `0` and nothing is true. */
export function isTrue(text: string | undefined): boolean {
  return text !== undefined && !["", "0", "false"].includes(text.toLowerCase());
}
