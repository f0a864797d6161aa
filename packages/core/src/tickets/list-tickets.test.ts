import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { agentWithToken, type Instance, instance } from "../testing/instance.ts";
import type { TicketListRequest } from "./list-tickets.ts";

async function readAll(
  { askonce }: Instance,
  request: Omit<TicketListRequest, "limit" | "cursor">,
  limit: number,
  between?: (page: number) => Promise<unknown>,
) {
  const ids: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await askonce.tickets.list({ ...request, limit, cursor }, systemCaller);
    ids.push(...page.items.map((ticket) => ticket.id));
    cursor = page.nextCursor ?? undefined;
    await between?.(++pages);
  } while (cursor !== undefined && pages < 100);
  return ids;
}

describe("the list of tickets", () => {
  it("filters by each condition and by all together", async () => {
    const made = instance();
    const { askonce } = made;
    const { id: agentId, caller } = await agentWithToken(askonce, "agent");
    const mine = await askonce.tickets.create(
      { subject: "Mine", tags: ["vip", "late"], customer: { name: "Ana", email: "ana@example.com" } },
      systemCaller,
    );
    const other = await askonce.tickets.create({ subject: "Other", tags: ["late"] }, systemCaller);
    const done = await askonce.tickets.create({ subject: "Done" }, systemCaller);
    await askonce.tickets.update(mine.id, { assigneeId: agentId, status: "waiting" }, systemCaller);
    await askonce.tickets.update(done.id, { status: "resolved" }, systemCaller);
    const ids = async (request: Omit<TicketListRequest, "limit">) =>
      (await askonce.tickets.list({ ...request, limit: 10 }, caller)).items.map((ticket) => ticket.id).sort();
    expect(await ids({})).toEqual([mine.id, other.id, done.id].sort());
    expect(await ids({ status: "open" })).toEqual([other.id]);
    expect(await ids({ status: "resolved" })).toEqual([done.id]);
    expect(await ids({ assignee: "me" })).toEqual([mine.id]);
    expect(await ids({ assignee: agentId })).toEqual([mine.id]);
    expect(await ids({ assignee: "none" })).toEqual([other.id, done.id].sort());
    expect(await ids({ tag: "late" })).toEqual([mine.id, other.id].sort());
    expect(await ids({ tag: "lat" })).toEqual([]);
    expect(await ids({ customerId: mine.customerId ?? "" })).toEqual([mine.id]);
    expect(await ids({ tag: "late", assignee: "none", status: "open", q: "other" })).toEqual([other.id]);
    expect(await ids({ tag: "late", assignee: "none", status: "waiting" })).toEqual([]);
  });

  it.each([
    { written: "Țuică și brânză ștampilată", asked: "tuica branza STAMPILATA" },
    { written: "Ţuică scrisă cu sedilă", asked: "țuică sedila" },
    { written: "Perché è così caffè", asked: "perche cosi caffe" },
    { written: "Lenjerie de pat", asked: "lenjerie pat" },
    { written: "Straße 5", asked: "strasse" },
    { written: "100% cotton_wool", asked: "100% cotton_wool" },
  ])("is searched without regard to diacritics and case: $asked", async ({ written, asked }) => {
    const made = instance();
    const inSubject = await made.askonce.tickets.create({ subject: written }, systemCaller);
    const inMessage = await made.askonce.tickets.create({ subject: "x", message: { text: `Hello, ${written}!` } }, systemCaller);
    const inName = await made.askonce.tickets.create({ subject: "y", customer: { name: written } }, systemCaller);
    await made.askonce.tickets.create({ subject: "Something else" }, systemCaller);
    expect((await readAll(made, { q: asked }, 10)).sort()).toEqual([inSubject.id, inMessage.id, inName.id].sort());
  });

  it("reads what is no letter and no digit as the end of a word, wildcards too", async () => {
    const made = instance();
    const one = await made.askonce.tickets.create({ subject: "x", customer: { email: "ana_maria@example.com" } }, systemCaller);
    const other = await made.askonce.tickets.create({ subject: "y", customer: { email: "ana-maria@example.com" } }, systemCaller);
    expect(await readAll(made, { q: "ana_maria@example.com" }, 10)).toEqual([other.id, one.id]);
    expect(await readAll(made, { q: "ana_mario@example.com" }, 10)).toEqual([]);
    for (const q of ["%", "\\", "_", "*", "an%", '"', "' or 1=1 --", "a:*", "ana OR nobody", "ana NOT maria", "ana*maria z"]) {
      const found = await readAll(made, { q }, 10);
      expect([q, found.length]).toEqual([q, q === "an%" ? 2 : 0]);
    }
  });

  it("is searched by number, with and without a hash", async () => {
    const made = instance();
    const tickets = [];
    for (let index = 0; index < 3; index++) tickets.push(await made.askonce.tickets.create({ subject: "Same" }, systemCaller));
    expect(await readAll(made, { q: "#2" }, 10)).toEqual([tickets[1]?.id]);
    expect(await readAll(made, { q: "2 same" }, 10)).toEqual([tickets[1]?.id]);
    for (let index = 3; index < 25; index++)
      tickets.push(await made.askonce.tickets.create({ subject: "Same", message: { text: "size 12 and 125" } }, systemCaller));
    // Ticket 12 first; the others hold a word that begins with 12.
    const others = tickets.filter((ticket) => ticket.number > 3 && ticket.number !== 12).map((ticket) => ticket.id);
    for (const limit of [1, 4, 100]) {
      for (const q of ["12", "#12"]) expect(await readAll(made, { q }, limit)).toEqual([tickets[11]?.id, ...others.toReversed()]);
    }
    await made.askonce.tickets.update(tickets[11]?.id ?? "", { status: "resolved" }, systemCaller);
    expect((await readAll(made, { q: "12", status: "open" }, 4)).sort()).toEqual([...others].sort());
    expect(await readAll(made, { q: "12", status: "resolved" }, 4)).toEqual([tickets[11]?.id]);
  });

  it("shows the last touched first and pages completely, even when all have the same time", async () => {
    const made = instance();
    const created: string[] = [];
    for (let index = 0; index < 25; index++) created.push((await made.askonce.tickets.create({ subject: `T${index}` }, systemCaller)).id);
    expect(await readAll(made, {}, 4)).toEqual([...created].reverse());
    made.clock.advance(5);
    await made.askonce.tickets.update(created[3] ?? "", { subject: "Touched" }, systemCaller);
    expect((await readAll(made, {}, 4))[0]).toBe(created[3]);
  });

  it("loses and repeats nothing that stays as it is while others change between the pages", async () => {
    const made = instance();
    const created: string[] = [];
    for (let index = 0; index < 40; index++) {
      made.clock.advance(1);
      created.push((await made.askonce.tickets.create({ subject: `T${index}` }, systemCaller)).id);
    }
    const touched = new Set<string>();
    const read = await readAll(made, {}, 7, async (page) => {
      made.clock.advance(1);
      for (const index of [page * 5, 39 - page * 6]) {
        const id = created[index];
        if (id === undefined) continue;
        touched.add(id);
        await made.askonce.tickets.update(id, { subject: `Touched on page ${page}` }, systemCaller);
      }
    });
    expect(touched.size).toBeGreaterThan(5);
    expect(new Set(read).size, "none twice").toBe(read.length);
    const untouched = created.filter((id) => !touched.has(id));
    expect(read.filter((id) => !touched.has(id))).toEqual([...untouched].reverse());
  });

  it.each(["", "x", "%%%", "bnVsbA", btoa('["1","2"]'), btoa("[1]"), btoa('[1,"tkt",3]'), btoa('{"a":1}'), "🙂"])(
    "refuses the cursor %j",
    async (cursor) => {
      const { askonce, call } = instance();
      const { token } = await agentWithToken(askonce);
      const answer = await call("GET", `/tickets?cursor=${encodeURIComponent(cursor)}`, { token });
      expect([answer.status, answer.body.code]).toEqual([400, "VALIDATION_FAILED"]);
      expect(answer.text).toContain("cursor");
    },
  );
});
