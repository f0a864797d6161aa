import type { Texts } from "../messages/messages.ts";
import type { enKnown } from "./en-known.ts";

/** The texts of what is known in one language: exactly the keys of English. */
export type KnownTexts = Texts<typeof enKnown>;
