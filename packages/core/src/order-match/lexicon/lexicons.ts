import { type SupportedLanguage, supportedLanguages } from "@askonce/spec";
import { englishOrders } from "./en.ts";
import { italianOrders } from "./it.ts";
import type { OrderLexicon } from "./lexicon.ts";
import type { ProductWords } from "./products.ts";
import { englishProducts } from "./products-en.ts";
import { italianProducts } from "./products-it.ts";
import { romanianProducts } from "./products-ro.ts";
import { romanianOrders } from "./ro.ts";

export const orderLexicons: Readonly<Record<SupportedLanguage, OrderLexicon>> = {
  en: englishOrders,
  it: italianOrders,
  ro: romanianOrders,
};

export const productWords: Readonly<Record<SupportedLanguage, ProductWords>> = {
  en: englishProducts,
  it: italianProducts,
  ro: romanianProducts,
};

/** The language a message is read in: the given one, or the one whose small words it has most of. */
export function languageOf(folded: string, given: string | null | undefined): SupportedLanguage {
  const known = supportedLanguages.find((one) => one === given?.toLowerCase().split(/[-_]/)[0]);
  if (known) return known;
  const words = new Set(folded.slice(0, 3000).match(/[a-z']+/g) ?? []);
  const count = (language: SupportedLanguage) => ignoredWords[language].reduce((sum, word) => sum + (words.has(word) ? 1 : 0), 0);
  const ignoredWords = {
    en: orderLexicons.en.ignoredWords.split(" "),
    it: orderLexicons.it.ignoredWords.split(" "),
    ro: orderLexicons.ro.ignoredWords.split(" "),
  };
  return supportedLanguages.reduce((best, one) => (count(one) > count(best) ? one : best));
}
