/** A count that WordPress gives in a header; `null` when it is absent, as behind some caches. */
export function readTotal(headers: Headers, name: "x-wp-total" | "x-wp-totalpages"): number | null {
  const text = headers.get(name);
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
