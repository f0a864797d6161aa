import { seededRandom } from "../../bench/measure.ts";
import { freePort } from "../ground/free-port.ts";
import type { StorageSettings } from "../server/server-settings.ts";
import { type AnswerBook, createAnswerBook } from "./answer-book.ts";
import { type CommandLoad, startCommandLoad } from "./command-load.ts";
import { type EventReceiver, startEventReceiver } from "./event-receiver.ts";
import { createFaultShop, type FaultShop } from "./fault-shop.ts";
import { createHttpCaller } from "./http-call.ts";
import { createPace } from "./pace.ts";
import { prepareInstance } from "./prepare-instance.ts";
import { startWebhookLoad, type WebhookLoad } from "./webhook-load.ts";

/** A shop that sends webhooks and agents who work, all at one server's address. */
export interface Load {
  readonly port: number;
  readonly token: string;
  readonly shop: FaultShop;
  readonly receiver: EventReceiver;
  readonly webhooks: WebhookLoad;
  readonly commands: CommandLoad;
  readonly book: AnswerBook;
  /** Nothing is sent before. */
  begin(): void;
  /** Ends both; @returns whether every webhook was acknowledged within `patienceMs` */
  finish(patienceMs: number): Promise<boolean>;
  /** Gives up what is not acknowledged, and ends everything. May be called twice. */
  close(): Promise<void>;
}

/** Most vendors wait for 5 to 30 seconds before they give up. */
const answerTimeoutMs = 30_000;

export async function prepareLoad(options: {
  storage: StorageSettings;
  seed: number;
  /** Changes of the shop a second, before duplicates. */
  rate: number;
  /** Share of the changes that are deletions. Default 0.01. */
  deletions?: number;
}): Promise<Load> {
  const { rate, seed } = options;
  const receiver = await startEventReceiver();
  const [port, token] = await Promise.all([freePort(), prepareInstance(options.storage, receiver.url)]);
  const shop = await createFaultShop({ orders: 200, seed, deletions: options.deletions ?? 0.01, random: seededRandom(seed + 1) });
  const book = createAnswerBook();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const sender = createHttpCaller(port, { timeoutMs: answerTimeoutMs, connections: 6 });
  const browsers = createHttpCaller(port, { timeoutMs: answerTimeoutMs, connections: 3 });
  const webhooks = startWebhookLoad({
    shop,
    caller: sender,
    book,
    pace: createPace(rate, begun),
    connections: 6,
    random: seededRandom(seed + 2),
  });
  const commands = startCommandLoad({
    caller: browsers,
    token,
    book,
    pace: createPace(rate / 6, begun),
    connections: 3,
    random: seededRandom(seed + 3),
  });
  return {
    port,
    token,
    shop,
    receiver,
    webhooks,
    commands,
    book,
    begin,
    async finish(patienceMs) {
      const [all] = await Promise.all([webhooks.finish(patienceMs), commands.finish()]);
      return all;
    },
    async close() {
      // After a run that went wrong there is something to give up first.
      begin();
      await Promise.all([webhooks.finish(0), commands.finish()]);
      sender.close();
      browsers.close();
      await Promise.all([shop.close(), receiver.close()]);
    },
  };
}
