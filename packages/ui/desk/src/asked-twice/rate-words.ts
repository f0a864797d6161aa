/** A share as people read it: whole percent, and one decimal below ten, where it makes a difference. */
export function percent(share: number, language: string): string {
  const digits = share > 0 && share < 0.0995 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** A calendar day without a zone; reading it in UTC keeps it the same day for every reader. */
export function shortDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
