import type { en } from "./en.ts";

/** Forms by the language's plural rules; `other` always exists. */
export type Plural = Partial<Record<"zero" | "one" | "two" | "few" | "many", string>> & { other: string };

/** Every text of the desk. English names the keys; another language that lacks one does not compile. */
export type Messages = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural };
export type MessageKey = keyof Messages;
