import type { SupportedLanguage } from "@askonce/spec";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";

/** English is always there; the others come when somebody asks for them, so that nobody downloads three languages to read one. */
const loaded = new Map<SupportedLanguage, Messages>([["en", en]]);

/** The texts of a language, when they are here already. */
export function messagesOf(language: SupportedLanguage): Messages | null {
  return loaded.get(language) ?? null;
}

/** Fetches a language's texts once. A language that cannot be fetched (offline, a blocked file) reads as English until the next try. */
export async function loadMessages(language: SupportedLanguage): Promise<Messages> {
  const known = loaded.get(language);
  if (known) return known;
  try {
    const messages: Messages = language === "it" ? (await import("./it.ts")).it : (await import("./ro.ts")).ro;
    loaded.set(language, messages);
    return messages;
  } catch {
    return en;
  }
}
