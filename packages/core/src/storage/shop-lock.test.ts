import { join } from "node:path";
import type { StorageV1 } from "@askonce/spec/storage";
import type { CompiledQuery, DatabaseConnection } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";

/** Two instances as in two processes: nothing but the storage keeps their changes apart. */
async function twoInstances(wrap: (storage: StorageV1) => StorageV1 = (storage) => storage) {
  const place = join(temporaryFolder(), "shop.db");
  const instances = [createAskonce({ storage: wrap(testStorage(place)) }), createAskonce({ storage: wrap(testStorage(place)) })] as const;
  onTestFinished(async () => {
    for (const instance of instances) await instance.stop();
  });
  for (const instance of instances) await instance.migrate();
  return instances;
}

/** Two owners, each taken away by another process at the same moment. @returns how many are left */
async function ownersLeft([one, two]: Awaited<ReturnType<typeof twoInstances>>): Promise<number> {
  const owners = [
    await one.agents.create({ name: "Ana", role: "owner" }, systemCaller),
    await one.agents.create({ name: "Bea", role: "owner" }, systemCaller),
  ];
  await Promise.allSettled([
    one.agents.update(owners[0]?.id ?? "", { active: false }, systemCaller),
    two.agents.update(owners[1]?.id ?? "", { active: false }, systemCaller),
  ]);
  const left = (await one.agents.list(systemCaller)).filter((agent) => agent.role === "owner" && agent.active);
  // The next round begins without any: whoever is left becomes an agent beside a new owner.
  const last = await one.agents.create({ name: "Last", role: "owner" }, systemCaller);
  for (const owner of left) await one.agents.update(owner.id, { role: "agent" }, systemCaller);
  await one.agents.update(last.id, { role: "agent" }, systemCaller).catch(() => {});
  return left.length;
}

/** Lets two pass together: each waits until the other has come. */
function meeting(): () => Promise<void> {
  let goOn = () => {};
  const both = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let come = 0;
  return async () => {
    if (++come === 2) goOn();
    await both;
  };
}

/** The storage without the lock on the shop's row; whoever changes an agent calls `beforeChange` when it has decided. */
function withoutLock(storage: StorageV1, beforeChange: () => Promise<void>): StorageV1 {
  const { dialect } = storage;
  const seen = new WeakSet<DatabaseConnection>();
  return {
    ...storage,
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (database) => dialect.createIntrospector(database),
      createDriver: () => {
        const driver = dialect.createDriver();
        const acquire = driver.acquireConnection.bind(driver);
        driver.acquireConnection = async (options) => {
          const connection = await acquire(options);
          if (seen.has(connection)) return connection;
          seen.add(connection);
          const execute = connection.executeQuery.bind(connection);
          connection.executeQuery = async <Row>(query: CompiledQuery) => {
            if (query.sql.startsWith('update "agents"')) await beforeChange();
            return execute<Row>(query);
          };
          return connection;
        };
        return driver;
      },
      createQueryCompiler: () => {
        const compiler = dialect.createQueryCompiler();
        return {
          compileQuery: (node, queryId) => {
            const compiled = compiler.compileQuery(node, queryId);
            return { ...compiled, sql: compiled.sql.replace(/ for no key update\s*$/, "") };
          },
        };
      },
    },
  };
}

describe("changes of one shop by two processes", () => {
  it("decide one after the other", async () => {
    const instances = await twoInstances();
    for (let round = 0; round < 10; round++) expect(await ownersLeft(instances), `round ${round}`).toBeGreaterThan(0);
  });

  it.skipIf(testStorageFlavor !== "postgres")("would both decide on the same without the lock", async () => {
    const met = meeting();
    const instances = await twoInstances((storage) => withoutLock(storage, met));
    expect(await ownersLeft(instances)).toBe(0);
  });
});
