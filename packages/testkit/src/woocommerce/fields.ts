/**
 * `_fields=id,billing.email`: keeps the named fields, in the order the entity has them. A dotted name reaches into objects, not into
 * lists. Without `_fields` the entity is returned whole.
 */
export function pickFields(entity: Record<string, unknown>, fields: readonly string[] | undefined): Record<string, unknown> {
  if (fields === undefined || fields.length === 0) return entity;
  const picked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entity)) {
    if (fields.includes(name)) {
      picked[name] = value;
      continue;
    }
    const below = fields.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1));
    if (below.length > 0 && typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = pickFields(value as Record<string, unknown>, below);
      if (Object.keys(inner).length > 0) picked[name] = inner;
    }
  }
  return picked;
}
