import type { en } from "./en.ts";
import type { SupportedLanguage } from "./languages.ts";

type Translated<Table> = { [Key in keyof Table]: Table[Key] extends string ? string : Translated<Table[Key]> };

/** Every sentence a person reads. English is the model; the compiler finds what another language lacks. */
export type Messages = Translated<typeof en>;

export async function loadMessages(language: SupportedLanguage): Promise<Messages> {
  switch (language) {
    case "it":
      return (await import("./it.ts")).it;
    case "ro":
      return (await import("./ro.ts")).ro;
    default:
      return (await import("./en.ts")).en;
  }
}

/** Puts values into `{name}` places. */
export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
