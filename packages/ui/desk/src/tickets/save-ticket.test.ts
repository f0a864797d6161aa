import { AskonceApiError, type AskonceClient } from "@askonce/client";
import type { Ticket } from "@askonce/spec";
import { expect, it } from "vitest";
import { saveTicket } from "./save-ticket.ts";

const seen = { id: "tkt_1", version: 3, status: "open", tags: ["a"], assigneeId: null } as unknown as Ticket;

function server(current: Ticket) {
  const updates: unknown[] = [];
  const client = {
    tickets: {
      async update(input: { ifVersion?: number }) {
        updates.push(input);
        if (input.ifVersion !== current.version) throw new AskonceApiError("VERSION_CONFLICT", { message: "", status: 409 });
        return { ...current, ...input, version: current.version + 1 };
      },
      get: async () => current,
    },
  } as unknown as Pick<AskonceClient, "tickets">;
  return { client, updates };
}

it("saves on the version that was seen", async () => {
  const { client, updates } = server(seen);
  expect(await saveTicket(client, seen, { status: "resolved" })).toMatchObject({ status: "resolved", version: 4 });
  expect(updates).toEqual([{ ticketId: "tkt_1", status: "resolved", ifVersion: 3 }]);
});

it("saves on a newer version when only something else changed", async () => {
  const { client, updates } = server({ ...seen, version: 9, status: "waiting" });
  await saveTicket(client, seen, { tags: ["a", "b"] });
  expect(updates.at(-1)).toEqual({ ticketId: "tkt_1", tags: ["a", "b"], ifVersion: 9 });
});

it("does not overwrite what somebody else changed", async () => {
  const { client, updates } = server({ ...seen, version: 9, tags: ["a", "theirs"] });
  await expect(saveTicket(client, seen, { tags: ["a", "mine"] })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  expect(updates).toHaveLength(1);
});
