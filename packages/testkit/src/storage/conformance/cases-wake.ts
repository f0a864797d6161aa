import assert from "node:assert/strict";
import type { StorageV1 } from "@askonce/spec/storage";
import type { StorageCaseDefinition } from "./storage-case.ts";
import { eventually, given, pause, type StorageSession } from "./storage-session.ts";

type Wake = NonNullable<StorageV1["wake"]>;

function wakeOf(storage: StorageV1): Wake {
  assert.ok(storage.wake, "the storage has `wake`, or the group is skipped with a reason");
  return storage.wake;
}

const longestWakeMs = 5000;
/** Longer than a wake-up takes: what has not come by then does not come. */
const quietMs = 250;

/** Two storages, as two processes have them, the second of which listens. */
async function twoProcesses({ open }: StorageSession, channel: string) {
  const [sender, receiver] = [wakeOf(open().storage), wakeOf(open().storage)];
  let heard = 0;
  const stop = await receiver.listen(channel, () => heard++);
  await reaches(sender, channel, () => heard);
  await quiet(() => heard);
  return { sender, receiver, stop, heard: () => heard };
}

/** Listening takes a moment to begin, and whatever was missed before is polled for: the first wake-up is repeated. */
async function reaches(sender: Wake, channel: string, heard: () => number): Promise<void> {
  const before = heard();
  let asked = 0;
  await eventually(
    async () => {
      if (asked++ % 20 === 0) await sender.notify(channel);
      return heard() > before;
    },
    "a wake-up reaches the other storage",
    longestWakeMs,
  );
}

/** Until nothing more comes of what was sent before. */
async function quiet(heard: () => number): Promise<void> {
  let before = -1;
  while (before !== heard()) {
    before = heard();
    await pause(quietMs);
  }
}

export const wakeCases: readonly StorageCaseDefinition[] = [
  {
    name: "wake-reaches-another-storage",
    group: "wake",
    title: "A wake-up reaches another storage on the same data, each one sent with a pause",
    async check(session) {
      const { sender, heard } = await twoProcesses(session, "shop-1");
      for (let times = 0; times < 3; times++) {
        const before = heard();
        await sender.notify("shop-1");
        await eventually(() => heard() > before, "the wake-up arrives", longestWakeMs);
      }
    },
  },
  {
    name: "wake-on-its-channel-only",
    group: "wake",
    title: "Who listens to another channel hears nothing",
    async check(session) {
      const { sender, receiver, heard } = await twoProcesses(session, "shop-1");
      let others = 0;
      await receiver.listen("shop-2", () => others++);
      await reaches(sender, "shop-2", () => others);
      await quiet(() => others);
      const [before, othersBefore] = [heard(), others];
      await sender.notify("shop-1");
      await eventually(() => heard() > before, "the wake-up arrives", longestWakeMs);
      await pause(quietMs);
      assert.equal(others, othersBefore);
    },
  },
  {
    name: "wake-many-as-few",
    group: "wake",
    title: "500 wake-ups in a row are heard as few, and at least once",
    async check(session) {
      const { sender, heard } = await twoProcesses(session, "shop-1");
      const before = heard();
      await Promise.all(Array.from({ length: 500 }, () => sender.notify("shop-1")));
      await eventually(() => heard() > before, "the wake-up arrives", longestWakeMs);
      await quiet(heard);
      assert.ok(heard() - before < 50, `${heard() - before} were heard`);
    },
  },
  {
    name: "wake-stops",
    group: "wake",
    title: "Who does not listen any more hears nothing, and the others go on hearing",
    async check(session) {
      const { sender, receiver, stop, heard } = await twoProcesses(session, "shop-1");
      let staying = 0;
      await receiver.listen("shop-1", () => staying++);
      await stop();
      const before = heard();
      await reaches(sender, "shop-1", () => staying);
      await pause(quietMs);
      assert.equal(heard(), before);
    },
  },
  {
    name: "wake-survives-a-cut",
    group: "wake",
    title: "After every connection was cut a wake-up is heard again within some seconds, and sending it meanwhile throws nothing",
    async check(session) {
      const cut = given(session.descriptor.cut, "cut");
      const { sender, heard } = await twoProcesses(session, "shop-1");
      await cut();
      await sender.notify("shop-1");
      await quiet(heard);
      await reaches(sender, "shop-1", heard);
    },
  },
];
