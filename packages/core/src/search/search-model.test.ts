import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { searchInstance } from "../testing/search-instance.ts";
import { parseQuery } from "./query.ts";
import { wordsOf } from "./words.ts";

/** Few stems, so that words meet: as wholes, as beginnings of others, in other spellings. */
const vocabulary =
  "a an ana anas analog coletul colet colete comanda comandat COMANDĂ țară tara 42 421 4 #42 0722123456 +40722123456 x1042 1042 ana@example.com Straße".split(
    " ",
  );

function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What should be found, said without an index. */
function matches(texts: readonly string[], q: string): boolean {
  const words = texts.flatMap((text) => wordsOf(text, "RO"));
  const query = parseQuery(q, "RO");
  return (
    query.length > 0 &&
    query.every((term) =>
      term.some((spelling) =>
        spelling.every(({ word, isPrefix }) => words.some((one) => (isPrefix ? one.startsWith(word) : one === word))),
      ),
    )
  );
}

describe("a search finds what looking through everything would", () => {
  it.each([1, 2])("with any words, in pages of any size (seed %i)", async (seed) => {
    const { askonce } = searchInstance();
    const random = seeded(seed);
    const words = (most: number) =>
      Array.from({ length: 1 + random(most) }, () => vocabulary[random(vocabulary.length)] ?? "").join(random(5) ? " " : ", ");
    const tickets: { id: string; number: number; texts: string[]; status: string }[] = [];
    for (let index = 0; index < 50; index++) {
      const [subject, text] = [words(3), words(5)];
      const { id, number } = await askonce.tickets.create({ subject, ...(random(2) ? { message: { text } } : {}) }, systemCaller);
      const hasMessage = (await askonce.tickets.get(id, systemCaller)).messageCount > 0;
      tickets.push({ id, number, texts: [String(number), subject, ...(hasMessage ? [text] : [])], status: "open" });
    }
    for (let step = 0; step < 40; step++) {
      const ticket = tickets[random(tickets.length)];
      if (!ticket) continue;
      const text = words(4);
      if (random(2)) {
        await askonce.tickets.receive(ticket.id, { text }, systemCaller);
        ticket.texts.push(text);
        ticket.status = "open";
      } else {
        await askonce.tickets.update(ticket.id, { subject: text, status: "resolved" }, systemCaller);
        ticket.texts[1] = text;
        ticket.status = "resolved";
      }
    }
    for (let step = 0; step < 60; step++) {
      const word = vocabulary[random(vocabulary.length)] ?? "";
      const q = random(3) ? `${words(2)} ${word.slice(0, 1 + random(word.length))}` : word;
      const status = random(3) === 0 ? ("resolved" as const) : undefined;
      const found: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await askonce.tickets.list({ q, status, limit: 1 + random(12), cursor }, systemCaller);
        found.push(...page.items.map((ticket) => ticket.number));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const listed = tickets.filter((ticket) => status === undefined || ticket.status === status);
      const asked = Number(/^#?(\d+)$/.exec(q.trim())?.[1]);
      const expected = listed.filter((ticket) => ticket.number === asked || matches(ticket.texts, q)).map((ticket) => ticket.number);
      expected.sort((one, other) => (one === asked ? -1 : other === asked ? 1 : other - one));
      expect([q, status, found]).toEqual([q, status, expected]);
    }
  });
});
