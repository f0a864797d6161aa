import type { en } from "./en.ts";

/** A text that follows a number, by the categories of `Intl.PluralRules`; a category that is absent reads as `other`. */
export type PluralText = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The shape of a language: what English has, with any plural forms. */
export type Texts<T> = T extends { other: string } ? PluralText : T extends string ? string : { [Key in keyof T]: Texts<T[Key]> };

/** The texts of one language: exactly the keys of English, so that a forgotten one does not compile. */
export type Messages = Texts<typeof en>;
