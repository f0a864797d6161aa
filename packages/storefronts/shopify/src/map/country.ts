const codeByName = new Map<string, string>();

/** ISO 3166-1 alpha-2 of a country as events name it, in English or by its code; `null` when it is not recognized. */
export function countryCodeOf(country: string | null | undefined): string | null {
  if (!country) return null;
  const text = country.trim();
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  if (codeByName.size === 0) fillNames();
  return codeByName.get(text.toLowerCase()) ?? null;
}

function fillNames(): void {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  for (const first of letters) {
    for (const second of letters) {
      // Old codes have the names of their successors (DD is "Germany"): only codes that stand for themselves are kept.
      if (new Intl.Locale(`und-${first}${second}`).region !== `${first}${second}`) continue;
      const name = names.of(`${first}${second}`);
      if (name && !codeByName.has(name.toLowerCase())) codeByName.set(name.toLowerCase(), `${first}${second}`);
    }
  }
}
