import { seededRandom } from "../measure.ts";
import { type TicketSource, vocabulary } from "../request-tracker/ticket-source.ts";

const count = 400;

/** What is looked for, by how often it is found: the vocabularies are sorted by rank, the most frequent words first. */
export function searchTerms(source: TicketSource, tickets: number, seed: number) {
  const random = seededRandom(seed + 17);
  const languages = [vocabulary("en"), vocabulary("it"), vocabulary("ro")];
  const ranked = (turn: number, from: number, to: number) =>
    languages[turn % languages.length]?.[from + Math.floor(random() * (to - from))] ?? "";
  const orderNumber = () => String(100_000 + Math.floor(random() * tickets));
  const some = (make: (turn: number) => string) => Array.from({ length: count }, (_, turn) => make(turn));
  const terms = {
    /** In one of every few tickets of its language. */
    common: some((turn) => ranked(turn, 0, 40)),
    twoCommon: some((turn) => `${ranked(turn, 0, 40)} ${ranked(turn, 0, 40)}`),
    /** In one of a hundred. */
    middling: some((turn) => ranked(turn, 300, 1000)),
    /** In one of a thousand, or fewer. */
    rare: some((turn) => ranked(turn, 3000, 4000)),
    commonAndRare: some((turn) => `${ranked(turn, 0, 40)} ${orderNumber()}`),
    /** Two or three letters, as somebody who begins to type. */
    beginning: some((turn) => ranked(turn, 0, 4000).slice(0, 2 + (turn % 2))),
    /** In one ticket. */
    number: some(orderNumber),
    customer: some(() => source.emailOf(Math.floor(random() * source.customers))),
  };
  const kinds = Object.values(terms);
  return { ...terms, mixed: some((turn) => kinds[turn % kinds.length]?.[Math.floor(turn / kinds.length)] ?? "") };
}
