/** An instant as Shopify writes it: whole seconds, `Z`. */
export function shopifyInstant(at: string | number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

export function shopifyInstantOrNull(at: string | null): string | null {
  return at === null ? null : shopifyInstant(at);
}
