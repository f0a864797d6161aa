import type { SupportedLanguage } from "@askonce/spec";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { MessageKey, Messages } from "./messages.ts";
import { ro } from "./ro.ts";

export const catalogues: Record<SupportedLanguage, Messages> = { en, it, ro };

export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Looks texts up, fills `{placeholders}` and chooses the plural form by `count`. */
export function createTranslate(language: SupportedLanguage): Translate {
  const catalogue = catalogues[language];
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const entry = catalogue[key];
    const text = typeof entry === "string" ? entry : (entry[plurals.select(Number(values.count))] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      // Only counts are numbers to a reader; a ticket's number is a name and takes no thousands separator.
      return name === "count" && typeof value === "number" ? numbers.format(value) : String(value);
    });
  };
}

/** The first language the person reads that the desk speaks. */
export function chooseLanguage(preferred: readonly string[]): SupportedLanguage {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary && primary in catalogues) return primary as SupportedLanguage;
  }
  return "en";
}
