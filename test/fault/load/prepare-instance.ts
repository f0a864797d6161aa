import { createAskonce, systemCaller } from "@askonce/core";
import { openStorage } from "../server/open-storage.ts";
import { sendEventsOptions } from "../server/send-events.ts";
import type { StorageSettings } from "../server/server-settings.ts";

/** Brings the schema up, makes an agent, and has every new ticket told to `receiverUrl`. @returns the agent's token */
export async function prepareInstance(settings: StorageSettings, receiverUrl: string): Promise<string> {
  const askonce = createAskonce({ storage: openStorage(settings), webhooks: sendEventsOptions() });
  try {
    const { id } = await askonce.agents.create({ name: "Agent of the run", role: "owner" }, systemCaller);
    await askonce.webhooks.create({ url: receiverUrl, eventTypes: ["ticket.created"] }, systemCaller);
    return (await askonce.agents.createToken(id, { label: "fault" }, systemCaller)).token;
  } finally {
    await askonce.stop();
  }
}
