/**
 * Which real id each of the model's names stands for. A name is given to the first id that stands in its place, and from then on to that one
 * only: so ids that are swapped, used twice or of the wrong thing are found.
 */
export interface Names {
  idOf: Map<string, string>;
  nameOf: Map<string, string>;
}

export function noNames(): Names {
  return { idOf: new Map(), nameOf: new Map() };
}

export function copyOfNames(names: Names): Names {
  return { idOf: new Map(names.idOf), nameOf: new Map(names.nameOf) };
}

/**
 * Compares what the model expects with what there is, and learns the names it meets on the way.
 *
 * @returns the first difference in words; `null` when there is none
 */
export function difference(expected: unknown, actual: unknown, names: Names, path = "$"): string | null {
  if (typeof expected === "string" && expected.startsWith("@")) return differentName(expected, actual, names, path);
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) {
    return Object.is(expected, actual) ? null : `${path}: expected ${shown(expected, names)}, got ${shown(actual, names)}`;
  }
  if (Array.isArray(expected) !== Array.isArray(actual)) return `${path}: only one of both is a list`;
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length) {
    return `${path}: expected ${expected.length} of them, got ${actual.length}: ${shown(expected, names)} against ${shown(actual, names)}`;
  }
  const other = actual as Readonly<Record<string, unknown>>;
  const entries = Object.entries(expected);
  for (const [key, value] of entries) {
    const found = difference(value, other[key], names, `${path}.${key}`);
    if (found) return found;
  }
  if (Object.keys(other).length === entries.length) return null;
  const extra = Object.keys(other).filter((key) => !(key in expected));
  return extra.length > 0 ? `${path}: did not expect ${extra.join(", ")}` : null;
}

/** What is meant, with real ids in the place of names. */
export function withIds<Part>(part: Part, names: Names): Part {
  if (typeof part === "string") return (part.startsWith("@") ? (names.idOf.get(part) ?? part) : part) as Part;
  if (Array.isArray(part)) return part.map((entry: unknown) => withIds(entry, names)) as Part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withIds(value, names)])) as Part;
}

function differentName(name: string, actual: unknown, names: Names, path: string): string | null {
  const id = names.idOf.get(name);
  if (id !== undefined) return id === actual ? null : `${path}: expected ${name}, got ${shown(actual, names)}`;
  const prefix = name.slice(1, name.indexOf(":"));
  if (typeof actual !== "string" || !actual.startsWith(`${prefix}_`) || names.nameOf.has(actual)) {
    return `${path}: expected the new ${name}, got ${shown(actual, names)}`;
  }
  names.idOf.set(name, actual);
  names.nameOf.set(actual, name);
  return null;
}

/** For people: names in the place of ids, and not too much of it. */
function shown(value: unknown, names: Names): string {
  const text =
    JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? (names.nameOf.get(part) ?? part) : part)) ?? "nothing";
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
