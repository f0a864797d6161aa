import type { Random } from "./random.ts";
import type { FakeLanguage } from "./shop.ts";
import { type Register, type TicketWords, ticketWords } from "./ticket-words.ts";

/** What can be filled into the words of a ticket. A text with a `{slot}` that is not here is not used. */
export type Slots = Readonly<Record<string, string>>;

/** How the customer names the order, if at all. */
export type Mention = "number" | "tracking" | "nothing";

/** The texts among which every slot can be filled. */
export function usable<T extends string | readonly [Register, string]>(texts: readonly T[], slots: Slots): T[] {
  return texts.filter((text) =>
    [...(typeof text === "string" ? text : text[1]).matchAll(/\{(\w+)\}/g)].every(
      ([, slot = ""]) => slot === "n" || slots[slot] !== undefined,
    ),
  );
}

export function fillSlots(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
}

/** One customer message: greeting, matter and signature in one register, at times without diacritics. */
export function inboundText(
  random: Random,
  options: { language: FakeLanguage; register: Register; body: string; slots: Slots; mention: Mention; chat: boolean },
): string {
  const { language, register, slots, mention, chat } = options;
  const words = ticketWords[language];
  const body = fillSlots(options.body, { ...slots, n: mention === "number" ? fillSlots(random.pick(words.numberMentions), slots) : "" });
  const greeting = fillSlots(random.pick(words.greetings[register]), slots);
  const trackingSentences = mention === "tracking" ? usable(words.trackingSentences, slots) : [];
  const signature = chat ? "" : fillSlots(random.pick(usable(words.signatures[register], slots)), slots);
  const parts = [
    join(greeting, cased(body, greeting, language, register), gapAfterGreeting(register, chat)),
    trackingSentences.length === 0 ? "" : fillSlots(random.pick(trackingSentences), slots),
    signature,
  ].filter((part) => part !== "");
  const text = parts.join(register === "formal" ? "\n\n" : "\n");
  return language === "ro" && writesWithoutDiacritics(random, register) ? withoutDiacritics(text) : text;
}

/** An agent's answer, which always has a greeting and a signature. */
export function outboundText(random: Random, language: FakeLanguage, answers: readonly string[], slots: Slots): string {
  const words: TicketWords = ticketWords[language];
  const greeting = fillSlots(random.pick(words.answerGreetings), slots);
  const body = fillSlots(random.pick(usable(answers, slots)), slots);
  return `${greeting}\n\n${cased(body, greeting, language, "formal")}\n\n${fillSlots(random.pick(words.answerSignatures), slots)}`;
}

/** Italian goes on in lower case after the comma of a greeting; English and Romanian letters start with a capital. */
function cased(body: string, greeting: string, language: FakeLanguage, register: Register): string {
  if (register === "mobile" || (language === "it" && greeting.endsWith(","))) return body;
  return body.charAt(0).toUpperCase() + body.slice(1);
}

function gapAfterGreeting(register: Register, chat: boolean): string {
  if (register === "mobile") return " ";
  return register === "formal" && !chat ? "\n\n" : "\n";
}

function join(greeting: string, body: string, gap: string): string {
  return greeting === "" ? body : `${greeting}${gap}${body}`;
}

function writesWithoutDiacritics(random: Random, register: Register): boolean {
  const probability = { formal: 0.12, short: 0.5, angry: 0.4, mobile: 0.9 }[register];
  return random.chance(probability);
}

/** As on a keyboard without Romanian letters; quotation marks become straight ones. */
export function withoutDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[„”]/g, '"');
}
