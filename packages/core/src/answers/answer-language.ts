import { type SupportedLanguage, supportedLanguages } from "@askonce/spec";

/** The language a text is written in and the locale its dates are written in. */
export interface AnswerLanguage {
  language: SupportedLanguage;
  /** A BCP 47 tag of that language: the customer's own, or the one of the country most of its readers live in. */
  locale: string;
}

const usualLocales: Readonly<Record<SupportedLanguage, string>> = { en: "en-GB", it: "it-IT", ro: "ro-RO" };

/** The language to answer in. What we have no texts for, and what is no language tag at all, becomes English. */
export function answerLanguage(tag: string | null): AnswerLanguage {
  const locale = readTag(tag);
  const language = supportedLanguages.find((supported) => supported === locale?.language) ?? "en";
  const isOwn = locale?.language === language && locale.region !== undefined;
  return { language, locale: isOwn ? `${language}-${locale.region}` : usualLocales[language] };
}

function readTag(tag: string | null): Intl.Locale | null {
  try {
    // Some shop systems write `it_IT`.
    return tag === null ? null : new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    return null;
  }
}
