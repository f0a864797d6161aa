import type { Askonce } from "@askonce/core";
import type { StorageV1 } from "@askonce/spec/storage";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";

/** Planted defects, to show that each is found. */
interface Defect {
  /** What becomes of a statement: `skip` leaves it out, a function runs after it. */
  statement?(query: CompiledQuery): "skip" | ((result: QueryResult<unknown>) => { sql: string; parameters: unknown[] } | null) | null;
  /** What is sent in the place of a statement. */
  rewritten?(sql: string): string;
  /** Transactions that do not roll back. */
  keepsWhatFailed?: boolean;
  /** The storage on which it is one. */
  only?: StorageV1["flavor"];
  service?(askonce: Askonce): Askonce;
}

const is = (query: CompiledQuery, start: string) => query.sql.startsWith(start);

const defects = {
  "lost-message": {
    statement: (query) =>
      is(query, 'insert into "messages"')
        ? (result) => {
            const [row] = result.rows as { id: string; text: string }[];
            return row?.text === "Hello" ? { sql: 'delete from "messages" where "id" = ', parameters: [row.id] } : null;
          }
        : null,
  },
  "merge-leaves-messages": { statement: (query) => (is(query, 'update "messages" set "ticket_id"') ? "skip" : null) },
  "merge-forgets-chain": {
    statement: (query) => (/^update "tickets" set "merged_into_id" = \S+, "version"/.test(query.sql) ? "skip" : null),
  },
  "lost-tags": {
    statement: (query) => (is(query, 'insert into "ticket_tags"') && query.parameters.length > 3 ? "skip" : null),
  },
  "lost-event": {
    statement: (query) => (is(query, 'insert into "events"') && query.parameters.includes("ticket.merged") ? "skip" : null),
  },
  "stale-count": { statement: (query) => (is(query, 'insert into "ticket_counts"') && query.parameters.includes(-1) ? "skip" : null) },
  "keeps-what-failed": { keepsWhatFailed: true },
  /**
   * Without the lock on the shop's row. Within one process the turns of a shop hide it, so no sequence finds it here; two processes show it in
   * the core's own `shop-lock.test.ts`.
   */
  "no-shop-lock": { only: "postgres", rewritten: (text) => text.replace(/ for (no key )?update\s*$/, "") },
  "ignores-version": {
    service: (askonce) => ({
      ...askonce,
      tickets: {
        ...askonce.tickets,
        update: (ticketId, { ifVersion: _, ...changes }, caller) => askonce.tickets.update(ticketId, changes, caller),
      },
    }),
  },
  /** Reads, then writes all of it back: right as long as nobody else writes in between. */
  "writes-back": {
    service: (askonce) => ({
      ...askonce,
      tickets: {
        ...askonce.tickets,
        async update(ticketId, changes, caller) {
          const before = await askonce.tickets.get(ticketId, caller).catch(() => null);
          if (changes.ifVersion !== undefined || !before || before.mergedIntoId) return askonce.tickets.update(ticketId, changes, caller);
          return askonce.tickets.update(ticketId, { subject: before.subject, tags: before.tags, ...defined(changes) }, caller);
        },
      },
    }),
  },
  "page-forgets-one": {
    service: (askonce) => ({
      ...askonce,
      tickets: {
        ...askonce.tickets,
        async list(request, caller) {
          const page = await askonce.tickets.list(request, caller);
          return request.cursor === undefined ? page : { ...page, items: page.items.slice(1) };
        },
      },
    }),
  },
} satisfies Record<string, Defect>;

export type DefectName = keyof typeof defects;
export const defectNames = Object.keys(defects) as DefectName[];

/** Those that are defects on a storage. */
export function defectsOn(flavor: StorageV1["flavor"]): DefectName[] {
  return defectNames.filter((name) => ((defects[name] as Defect).only ?? flavor) === flavor);
}

export function brokenService(name: DefectName | undefined, askonce: Askonce): Askonce {
  const defect: Defect = name === undefined ? {} : defects[name];
  return defect.service?.(askonce) ?? askonce;
}

export function brokenStorage(name: DefectName | undefined, storage: StorageV1): StorageV1 {
  const defect: Defect = name === undefined ? {} : defects[name];
  if (!defect.statement && !defect.rewritten && !defect.keepsWhatFailed) return storage;
  const { dialect } = storage;
  const placeholder = storage.flavor === "postgres" ? "$1" : "?";
  const originals = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const breaking = (connection: DatabaseConnection): DatabaseConnection => {
    const broken: DatabaseConnection = {
      async executeQuery<Result>(query: CompiledQuery): Promise<QueryResult<Result>> {
        const effect = defect.statement?.(query);
        if (effect === "skip") return { rows: [], numAffectedRows: 0n };
        const sent = defect.rewritten ? { ...query, sql: defect.rewritten(query.sql) } : query;
        const result = await connection.executeQuery<Result>(sent);
        const after = effect?.(result);
        if (after) await connection.executeQuery({ ...query, sql: after.sql + placeholder, parameters: after.parameters });
        return result;
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    originals.set(broken, connection);
    return broken;
  };
  const original = (connection: DatabaseConnection) => originals.get(connection) ?? connection;
  const createDriver = (): Driver => {
    const driver = dialect.createDriver();
    return {
      init: (options) => driver.init(options),
      acquireConnection: async (options) => breaking(await driver.acquireConnection(options)),
      beginTransaction: (connection, settings) => driver.beginTransaction(original(connection), settings),
      commitTransaction: (connection) => driver.commitTransaction(original(connection)),
      rollbackTransaction: (connection) =>
        defect.keepsWhatFailed ? driver.commitTransaction(original(connection)) : driver.rollbackTransaction(original(connection)),
      releaseConnection: (connection, options) => driver.releaseConnection(original(connection), options),
      destroy: () => driver.destroy(),
    };
  };
  return {
    ...storage,
    dialect: {
      createDriver,
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (database) => dialect.createIntrospector(database),
    },
  };
}

function defined<Changes extends object>(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Changes;
}
