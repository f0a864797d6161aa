import { AskonceError } from "@askonce/spec";

/** What is handed in together is committed together. */
export interface GroupCommit<Item, Result> {
  /** Resolves with the item's own result when the commit that holds it is done. */
  add(item: Item): Promise<Result>;
}

export interface GroupLimits<Item> {
  items: number;
  size: number;
  sizeOf(item: Item): number;
  /** Awaited before each commit: lets in what is on its way already. Default: no wait, so that the first is committed at once. */
  gather?: () => Promise<unknown>;
}

interface Waiting<Item, Result> {
  item: Item;
  size: number;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets everything that arrives while a commit is under way share the next one: nobody waits longer than for one commit, and a hundred
 * arrivals cost one write to the disk instead of a hundred. When a commit of several fails because of what is in it, each of them is tried
 * alone, so that one that cannot be written does not take the others with it.
 *
 * @param commit writes all of them in one transaction and returns one result each, in their order
 */
export function createGroupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  limits: GroupLimits<Item>,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running = false;

  const commitAll = async (group: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await commit(group.map(({ item }) => item));
      group.forEach((one, index) => {
        one.resolve(results[index] as Result);
      });
    } catch (error) {
      // A storage that is away is away for all of them.
      if (group.length === 1 || AskonceError.is(error)) for (const one of group) one.reject(error);
      else for (const one of group) await commitAll([one]);
    }
  };

  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      if (limits.gather) await limits.gather();
      await commitAll(takeGroup());
    }
    running = false;
  };

  const takeGroup = () => {
    let size = 0;
    let count = 0;
    for (const one of waiting) {
      if (count > 0 && (count >= limits.items || size + one.size > limits.size)) break;
      size += one.size;
      count++;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  };

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, size: limits.sizeOf(item), resolve, reject });
        if (!running) void run();
      });
    },
  };
}
