import { blankQuotedMail } from "./quoted-mail.ts";

/** The most characters of a message that are read for facts; what follows is quoted mail or an accident. */
const longestRead = 20_000;

/** The customer's own words: without quoted mail, bounded in length. Offsets of what stays are kept by blanking, not by cutting. */
export function ownWords(text: string): string {
  return blankQuotedMail(text.slice(0, longestRead));
}
