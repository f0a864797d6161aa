/**
 * Statements that have the database itself note which rows of one shop change, for as long as the shop is being moved. They are there only
 * then: in everyday life no trigger costs anybody anything.
 */
export interface ChangeCapture {
  /** Once for each database. */
  readonly prepare: readonly string[];
  /** `key`: the table's key without `shop_id`. `shopId` has been checked to be letters, digits, - and _. */
  install(table: string, key: readonly string[], shopId: string): string[];
  remove(table: string, shopId: string): string[];
}

const operations = ["insert", "update", "delete"] as const;

/** Names are short in both databases, and two shops may be moved at once. */
function triggerName(table: string, shopId: string, operation: string): string {
  let hash = 2166136261;
  for (const character of shopId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return `moving_${hash.toString(36)}_${table}_${operation}`;
}

const rowOf = (operation: string) => (operation === "delete" ? "old" : "new");

export const sqliteChangeCapture: ChangeCapture = {
  prepare: [],
  install: (table, key, shopId) =>
    operations.map((operation) => {
      const row = rowOf(operation);
      return `create trigger if not exists ${triggerName(table, shopId, operation)} after ${operation} on ${table} when ${row}.shop_id = '${shopId}' begin
        insert into shop_changes (shop_id, table_name, key, times)
        values (${row}.shop_id, '${table}', json_array(${key.map((column) => `${row}.${column}`).join(", ")}), 1)
        on conflict (shop_id, table_name, key) do update set times = shop_changes.times + 1; end`;
    }),
  remove: (table, shopId) => operations.map((operation) => `drop trigger if exists ${triggerName(table, shopId, operation)}`),
};

export const postgresChangeCapture: ChangeCapture = {
  prepare: [
    `create or replace function askonce_note_change() returns trigger language plpgsql as $body$
      declare stored jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
      begin
        insert into shop_changes (shop_id, table_name, key, times) values (stored ->> 'shop_id', tg_table_name, coalesce(
          (select '[' || string_agg((stored -> part.name)::text, ',' order by part.position) || ']'
            from unnest(tg_argv) with ordinality as part(name, position)), '[]'), 1)
        on conflict (shop_id, table_name, key) do update set times = shop_changes.times + 1;
        return null;
      end $body$`,
  ],
  install: (table, key, shopId) =>
    operations.map(
      (operation) =>
        `create or replace trigger ${triggerName(table, shopId, operation)} after ${operation} on ${table} for each row
          when (${rowOf(operation)}.shop_id = '${shopId}') execute function askonce_note_change(${key.map((column) => `'${column}'`).join(", ")})`,
    ),
  remove: (table, shopId) => operations.map((operation) => `drop trigger if exists ${triggerName(table, shopId, operation)} on ${table}`),
};
