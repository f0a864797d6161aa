import { Client } from "pg";

/** The same server, another database. */
export function urlOf(url: string, database: string): string {
  const target = new URL(url);
  if (database) target.pathname = `/${database}`;
  return target.href;
}

/** Does `work` with a connection of its own. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
