import { describe, expect, it } from "vitest";
import { type Caller, systemCaller } from "../caller.ts";
import { agentWithToken } from "../testing/instance.ts";
import { searchInstance } from "../testing/search-instance.ts";

type Made = ReturnType<typeof searchInstance>;

/** Counted from the rows, as the counters should be. */
async function counted({ store }: Made, agentId: string | null) {
  const rows = await (await store.ready())
    .selectFrom("tickets")
    .select(["status", "assignee_id"])
    .where("merged_into_id", "is", null)
    .execute();
  const unresolved = rows.filter((row) => row.status !== "resolved");
  const byAssignee: Record<string, number> = {};
  for (const { assignee_id } of unresolved) if (assignee_id) byAssignee[assignee_id] = (byAssignee[assignee_id] ?? 0) + 1;
  return {
    open: rows.filter((row) => row.status === "open").length,
    waiting: rows.filter((row) => row.status === "waiting").length,
    resolved: rows.filter((row) => row.status === "resolved").length,
    unassigned: unresolved.filter((row) => row.assignee_id === null).length,
    mine: agentId === null ? 0 : (byAssignee[agentId] ?? 0),
    byAssignee,
    complete: true,
  };
}

/** A seeded source of numbers below `limit`. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe("the counters of tickets", () => {
  it.each([1, 2, 3])("are what counting would give, after any commands (seed %i)", async (seed) => {
    const made = searchInstance();
    const { askonce } = made;
    const random = seeded(seed);
    const agents = [await agentWithToken(askonce, "agent"), await agentWithToken(askonce, "lead")];
    const ids: string[] = [];
    const any = () => ids[random(ids.length)] ?? "none";
    const status = () => (["open", "waiting", "resolved"] as const)[random(3)] ?? "open";
    const commands: (() => Promise<unknown>)[] = [
      async () =>
        ids.push((await askonce.tickets.create({ subject: "x", ...(random(2) ? { message: { text: "y" } } : {}) }, systemCaller)).id),
      () => askonce.tickets.update(any(), { status: status() }, systemCaller),
      () => askonce.tickets.update(any(), { assigneeId: random(3) ? (agents[random(2)]?.id ?? null) : null }, systemCaller),
      () => askonce.tickets.update(any(), { waitingFor: "carrier", subject: "z" }, systemCaller),
      () => askonce.tickets.receive(any(), { text: "in" }, systemCaller),
      () => askonce.tickets.reply(any(), { text: "out", status: status() }, agents[0]?.caller ?? systemCaller),
      () => askonce.tickets.note(any(), { text: "note" }, systemCaller),
      () => (random(3) ? Promise.resolve() : askonce.tickets.merge(any(), any(), systemCaller)),
    ];
    for (let step = 0; step < 60; step++) await commands[random(4) ? random(commands.length) : 0]?.().catch(() => {});
    const agent = agents[0];
    const callers: [Caller, string | null][] = [
      [systemCaller, null],
      [agent?.caller ?? systemCaller, agent?.id ?? null],
    ];
    for (const [caller, agentId] of callers) expect(await askonce.tickets.counts(caller)).toEqual(await counted(made, agentId));
    expect((await askonce.tickets.counts(systemCaller)).open).toBeGreaterThan(0);
  });

  it("stand as they were when a command is refused, and are right with many at once", async () => {
    const made = searchInstance();
    const { askonce } = made;
    await Promise.all(Array.from({ length: 20 }, () => askonce.tickets.create({ subject: "x" }, systemCaller)));
    const undo = askonce.before("ticket.update", () => Promise.reject(new Error("no")));
    const { items } = await askonce.tickets.list({ limit: 100 }, systemCaller);
    await expect(askonce.tickets.update(items[0]?.id ?? "", { status: "resolved" }, systemCaller)).rejects.toThrow();
    undo();
    expect(await askonce.tickets.counts(systemCaller)).toMatchObject({ open: 20, resolved: 0 });
    await Promise.all(
      items.map(({ id }, index) => askonce.tickets.update(id, { status: index % 2 ? "resolved" : "waiting" }, systemCaller)),
    );
    expect(await askonce.tickets.counts(systemCaller)).toEqual(await counted(made, null));
  });

  it("are counted anew when they were damaged", async () => {
    const made = searchInstance();
    const { askonce, search, store } = made;
    const { id } = await agentWithToken(askonce, "agent");
    for (let index = 0; index < 9; index++) {
      const ticket = await askonce.tickets.create({ subject: "x" }, systemCaller);
      if (index % 2) await askonce.tickets.update(ticket.id, { assigneeId: id }, systemCaller);
      if (index % 3 === 0) await askonce.tickets.update(ticket.id, { status: "resolved" }, systemCaller);
    }
    const right = await askonce.tickets.counts(systemCaller);
    await store.write((database) => database.updateTable("ticket_counts").set({ value: 77 }).execute());
    expect(await askonce.tickets.counts(systemCaller)).not.toEqual(right);
    await search.recount();
    expect(await askonce.tickets.counts(systemCaller)).toEqual(right);
    expect(right).toEqual(await counted(made, null));
  });

  it("are for agents, over HTTP, each with their own", async () => {
    const made = searchInstance();
    const { askonce, call } = made;
    const { id, token } = await agentWithToken(askonce, "agent");
    const ticket = await askonce.tickets.create({ subject: "x" }, systemCaller);
    await askonce.tickets.update(ticket.id, { assigneeId: id }, systemCaller);
    const answer = await call("GET", "/tickets/counts", { token });
    expect([answer.status, answer.body]).toEqual([
      200,
      { open: 1, waiting: 0, resolved: 0, unassigned: 0, mine: 1, byAssignee: { [id]: 1 }, complete: true },
    ]);
    expect((await call("GET", "/tickets/counts")).status).toBe(401);
    const customer: Caller = { kind: "customer", customerId: "cus_x", name: null, assurance: "signedIn" };
    await expect(askonce.tickets.counts(customer)).rejects.toEqual(expect.objectContaining({ code: "FORBIDDEN" }));
  });
});
