import type { Askonce } from "@askonce/core";
import type { StorageV1 } from "@askonce/spec/storage";
import { brokenService, brokenStorage, type DefectName } from "./broken.ts";
import type { ForeignIds } from "./commands.ts";
import { foreignShop } from "./foreign-shop.ts";
import { sharedStorage } from "./shared-storage.ts";
import { type Tables, tablesOf } from "./tables.ts";

/** A database on which one sequence after the other runs, each in a shop of its own. */
export interface Ground {
  storage: StorageV1;
  tables: Tables;
  foreign: ForeignIds;
  nextShopId(): string;
  wrap(askonce: Askonce): Askonce;
  close(): Promise<void>;
}

export async function openGround(storage: StorageV1, broken: DefectName | undefined): Promise<Ground> {
  const shared = sharedStorage(brokenStorage(broken, storage));
  // A database that outlives the run has shops of earlier runs in it.
  const prefix = crypto.randomUUID().slice(0, 13);
  let count = 0;
  try {
    return {
      storage: shared.storage,
      tables: tablesOf(shared.storage),
      foreign: await foreignShop(shared.storage, `${prefix}-foreign`),
      nextShopId: () => `${prefix}-${count++}`,
      wrap: (askonce) => brokenService(broken, askonce),
      close: () => shared.close(),
    };
  } catch (error) {
    await shared.close();
    throw error;
  }
}
