import type { SqlExecutor } from "@askonce/spec/storage";
import { CompiledQuery, type Kysely, sql } from "kysely";

/**
 * Runs statements in a transaction of the core, for a port that brings its own SQL. It writes placeholders as PostgreSQL does; SQLite would
 * take `$1` for a name, and numbers its own `?1`.
 */
export function sqlExecutorOf<Tables>(transaction: Kysely<Tables>): SqlExecutor {
  const numbersItself = sql`${1}`.compile(transaction).sql.startsWith("$");
  return {
    async executeSql(text, values) {
      const statement = numbersItself ? text : text.replace(/\$(\d+)/g, "?$1");
      const { rows } = await transaction.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement, [...values]));
      return { rows };
    },
  };
}
