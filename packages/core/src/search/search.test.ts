import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, instance } from "../testing/instance.ts";
import { searchInstance } from "../testing/search-instance.ts";
import { plainWords } from "./words.ts";

const find = async ({ askonce }: Pick<ReturnType<typeof instance>, "askonce">, q: string) =>
  (await askonce.tickets.list({ q, limit: 100 }, systemCaller)).items.map((ticket) => ticket.number);

describe("a search for tickets", () => {
  it("finds by the beginnings of words, all of them, anywhere in the ticket", async () => {
    const made = instance();
    const { askonce } = made;
    const { caller } = await agentWithToken(askonce, "agent");
    const { id } = await askonce.tickets.create(
      {
        subject: "Broken umbrella",
        tags: ["vip club"],
        customer: { name: "Ștefania Popescu", email: "stefi@example.com" },
        message: { text: "Mânerul s-a rupt" },
      },
      systemCaller,
    );
    await askonce.tickets.create({ subject: "Something else", message: { text: "umbrellas" } }, systemCaller);
    await askonce.tickets.note(id, { text: "Asked the warehouse" }, caller);
    await askonce.tickets.reply(id, { text: "We send another one" }, caller);
    expect(await find(made, "umbrel")).toEqual([2, 1]);
    expect(await find(made, "broken stef maner warehouse another vip 1")).toEqual([1]);
    expect(await find(made, "stefi@example.com")).toEqual([1]);
    expect(await find(made, "mbrella")).toEqual([]);
    expect(await find(made, "broken umbrellas")).toEqual([]);
    expect(await find(made, "s a rupt")).toEqual([1]);
    expect(await find(made, "u")).toEqual([]);
    expect(await find(made, "popescu nobody")).toEqual([]);
  });

  it.each(["0722 123 456", "0722123456", "722123456", "+40 722 123 456", "0040722123456", "(0722) 123-456", "0722 12", "+40722"])(
    "finds a phone number written as %s",
    async (q) => {
      const made = instance();
      await made.askonce.tickets.create({ subject: "x", customer: { phone: "+40722123456" } }, systemCaller);
      await made.askonce.tickets.create({ subject: "y", customer: { phone: "0733 123 456" } }, systemCaller);
      await made.askonce.tickets.create({ subject: "z", message: { text: "Call me: 0722 123 456." } }, systemCaller);
      const found = await find(made, q);
      // In a text a number is as it was written there, or whole.
      const isWhole = q.replace(/\D/g, "").length >= 9;
      expect(found).toEqual(isWhole ? [3, 1] : expect.arrayContaining([1]));
      expect(found).not.toContain(2);
    },
  );

  it("shows the newest ticket first, page by page, with every other condition", async () => {
    const { askonce } = instance();
    const { id: agentId } = await agentWithToken(askonce, "agent");
    for (let index = 1; index <= 40; index++) {
      const tags = index % 3 === 0 ? ["Three's", "all of it"] : ["all of it"];
      const { id } = await askonce.tickets.create(
        { subject: "Same words", tags, customer: { email: `c${index % 4}@example.com` } },
        systemCaller,
      );
      if (index % 2 === 0) await askonce.tickets.update(id, { status: index % 4 === 0 ? "resolved" : "waiting" }, systemCaller);
      if (index % 5 === 0) await askonce.tickets.update(id, { assigneeId: agentId }, systemCaller);
    }
    const all = Array.from({ length: 40 }, (_, index) => 40 - index);
    const read = async (request: object) => {
      const numbers: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await askonce.tickets.list({ q: "same WORDS", limit: 7, cursor, ...request }, systemCaller);
        expect(page.items.length).toBeLessThanOrEqual(7);
        numbers.push(...page.items.map((ticket) => ticket.number));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return numbers;
    };
    const [first] = (await askonce.customers.list({ q: "c1@example.com", limit: 1 }, systemCaller)).items;
    expect(await read({})).toEqual(all);
    expect(await read({ status: "open" })).toEqual(all.filter((number) => number % 2 === 1));
    expect(await read({ status: "resolved" })).toEqual(all.filter((number) => number % 4 === 0));
    expect(await read({ assignee: agentId })).toEqual(all.filter((number) => number % 5 === 0));
    expect(await read({ assignee: "none", status: "open" })).toEqual(all.filter((number) => number % 5 !== 0 && number % 2 === 1));
    expect(await read({ tag: "Three's" })).toEqual(all.filter((number) => number % 3 === 0));
    expect(await read({ tag: "three's" })).toEqual([]);
    expect(await read({ tag: "all" })).toEqual([]);
    expect(await read({ customerId: first?.id })).toEqual(all.filter((number) => number % 4 === 1));
    expect(await read({ customerId: first?.id, tag: "Three's", q: "same c1" })).toEqual(all.filter((number) => number % 12 === 9));
  });

  it("refuses the cursor of a list without words, and the other way round", async () => {
    const { askonce } = instance();
    for (const subject of ["One thing", "Another thing"]) await askonce.tickets.create({ subject }, systemCaller);
    const listed = await askonce.tickets.list({ limit: 1 }, systemCaller);
    const searched = await askonce.tickets.list({ q: "thing", limit: 1 }, systemCaller);
    const refusal = expect.objectContaining({ code: "VALIDATION_FAILED" });
    await expect(askonce.tickets.list({ q: "thing", limit: 1, cursor: listed.nextCursor ?? "" }, systemCaller)).rejects.toEqual(refusal);
    await expect(askonce.tickets.list({ limit: 1, cursor: searched.nextCursor ?? "" }, systemCaller)).rejects.toEqual(refusal);
  });

  it("follows what changes: subject, tags, customer, addresses, merges", async () => {
    const made = instance();
    const { askonce } = made;
    const ticket = await askonce.tickets.create(
      { subject: "Alpha", tags: ["bravo"], customer: { name: "Charlie" }, message: { text: "delta" } },
      systemCaller,
    );
    const customerId = ticket.customerId ?? "";
    await askonce.tickets.update(ticket.id, { subject: "Echo", tags: ["foxtrot"] }, systemCaller);
    for (const [q, expected] of [
      ["alpha", []],
      ["bravo", []],
      ["echo foxtrot charlie delta", [1]],
    ] as const)
      expect([q, await find(made, q)]).toEqual([q, expected]);

    const { contactPoints } = await askonce.customers.addContactPoint(
      customerId,
      { kind: "email", value: "golf@hotel.example", assurance: "claimed", evidence: "test" },
      systemCaller,
    );
    expect(await find(made, "golf@hotel.example delta")).toEqual([1]);
    await askonce.customers.removeContactPoint(customerId, contactPoints[0]?.id ?? "", systemCaller);
    expect(await find(made, "golf")).toEqual([]);

    const other = await askonce.customers.create({ name: "India" }, systemCaller);
    await askonce.tickets.update(ticket.id, { customerId: other.id }, systemCaller);
    expect(await find(made, "charlie")).toEqual([]);
    expect(await find(made, "india delta")).toEqual([1]);

    const target = await askonce.tickets.create({ subject: "Juliet", message: { text: "kilo" } }, systemCaller);
    await askonce.tickets.merge(ticket.id, target.id, systemCaller);
    expect(await find(made, "echo juliet delta kilo india foxtrot 1 2")).toEqual([2]);
    expect(await find(made, "echo")).toEqual([2]);
  });

  it("leaves no trace of a change that was refused", async () => {
    const made = instance();
    made.askonce.before("message.create", () => {
      throw new Error("no");
    });
    await expect(made.askonce.tickets.create({ subject: "Refused", message: { text: "x" } }, systemCaller)).rejects.toThrow();
    expect(await find(made, "refused")).toEqual([]);
    await made.askonce.tickets.create({ subject: "Kept" }, systemCaller);
    expect([await find(made, "refused"), await find(made, "kept")]).toEqual([[], [1]]);
  });

  it("keeps the newest words of a talk that is longer than the index holds", async () => {
    const made = instance();
    const { id } = await made.askonce.tickets.create({ subject: "Long", message: { text: "oldestword" } }, systemCaller);
    for (let message = 0; message < 4; message++) {
      const text = Array.from({ length: 1200 }, (_, index) => `w${message}x${index}`).join(" ");
      await made.askonce.tickets.receive(id, { text }, systemCaller);
    }
    expect(await find(made, "w3x0 long 1")).toEqual([1]);
    expect(await find(made, "oldestword")).toEqual([]);
  });
});

describe("a search for customers", () => {
  it("finds them by name and addresses, newest first, page by page", async () => {
    const { askonce } = instance();
    const ids: string[] = [];
    for (let index = 0; index < 12; index++) {
      const contacts = [{ kind: "email", value: `ana${index}@example.com`, assurance: "claimed", evidence: "test" } as const];
      ids.unshift((await askonce.customers.create({ name: `Ana Ștefan ${index}`, contacts }, systemCaller)).id);
    }
    await askonce.tickets.create({ subject: "Ana" }, systemCaller);
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await askonce.customers.list({ q: "stefan ana", limit: 5, cursor }, systemCaller);
      read.push(...page.items.map((customer) => customer.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(read).toEqual(ids);
    expect((await askonce.customers.list({ q: "ana11@example.com", limit: 5 }, systemCaller)).items.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await askonce.customers.list({ q: "?", limit: 5 }, systemCaller)).items).toEqual([]);
  });
});

describe("words of any script", () => {
  /** One word of each script, and what is found by its first half. */
  const words =
    `Ελληνικά Кириллица עברית العربية हिन्दी বাংলা ਪੰਜਾਬੀ ગુજરાતી தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทยแลนด์ ລາວພາສາ བོད་ཡིག မြန်မာ ქართული ትግርኛ ខ្មែរ
    ᠮᠣᠩᠭᠣᠯ 中文測試 にほんご カタカナ 한국어말 Ꮳꮃꭹ ⵜⴰⵎⴰⵣⵉⵖⵜ ߒߞߏߒ 𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𞤆𞤵𞤤𞤢𞤪 𐓏𐓘𐓻𐓘𐓻 𝐁𝐨𝐥𝐝 ﬁnish Ⅷabc ①②③ ٣٤٥٦ १२३४ ǅungla İstanbul`.split(
      /\s+/,
    );

  it("are found by their beginnings", async () => {
    const made = instance();
    for (const word of words) await made.askonce.tickets.create({ subject: `xx ${word} yy` }, systemCaller);
    const wrong: unknown[] = [];
    for (const [index, word] of words.entries()) {
      // A single letter finds itself only, and marks are no letters.
      const beginnings = [...word].map((_, length) => [...word].slice(0, length + 1).join(""));
      const half = beginnings.find((text) => [...(plainWords(text)[0] ?? "")].length >= 2) ?? word;
      for (const q of [word, half]) {
        const found = await find(made, q);
        if (!found.includes(index + 1)) wrong.push([q, found]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("are parted by the index of SQLite exactly where we part them", async () => {
    const { store } = searchInstance();
    if (store.dialect.flavor !== "sqlite") return;
    const letters: string[] = [];
    for (let code = 0; code < 0x30000; code++) {
      const letter = String.fromCodePoint(code);
      if (/[\p{L}\p{N}]/u.test(letter) && letter === letter.toLowerCase()) letters.push(letter);
    }
    expect(letters.length).toBeGreaterThan(100_000);
    await store.write(async (database) => {
      for (let start = 0; start < letters.length; start += 2000) {
        const head = letters
          .slice(start, start + 2000)
          .map((letter) => `a${letter}b`)
          .join(" ");
        const document = { shop_id: "default", kind: "ticket", id: `t${start}`, position: start + 1, version: 1 } as const;
        await database
          .insertInto("search_documents")
          .values({ ...document, scope: "", marks: "", head, body: "", counted: "" })
          .execute();
      }
    });
    const database = await store.ready();
    const { sql } = await import("kysely");
    const { rows } = await sql<{ term: string }>`select distinct term from search_words`.execute(database);
    expect(new Set(rows.map((row) => row.term))).toEqual(new Set(letters.map((letter) => `a${letter}b`)));
  });
});
