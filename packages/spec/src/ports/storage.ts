import type { Dialect } from "kysely";
import type { AdapterBase } from "./adapter.ts";

/**
 * Where everything is kept. The core owns the SQL and the migrations for both flavors; a storage only says how SQL is run.
 */
export interface StorageV1 extends AdapterBase<"storage"> {
  /** Which of the two families of SQL it speaks. */
  readonly flavor: "sqlite" | "postgres";
  readonly dialect: Dialect;
  /** `substring`: folded text is searched with LIKE; `fullText`: the flavor's own index is used. */
  readonly search: { readonly kind: "substring" | "fullText" };
  /** Releases files and connections. Called once, by `stop()`. */
  close(): Promise<void>;

  /** The storage brings its own durable jobs. Without it a small runner inside the process does the work. */
  readonly jobs?: { readonly kind: string };
  /** Tells other processes that there is something to do; a hint, polling is the guarantee. */
  readonly wake?: { notify(channel: string): Promise<void>; listen(channel: string, onWake: () => void): Promise<() => Promise<void>> };
}
