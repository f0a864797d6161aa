import { type Askonce, createAskonce } from "@askonce/core";
import { sqlite } from "@askonce/sqlite";

// Next may load this module more than once in development; the instance is kept where all copies find it.
const holder = globalThis as typeof globalThis & { askonce?: Askonce };

/** The one instance of this process. */
export function getAskonce(): Askonce {
  if (!holder.askonce) {
    holder.askonce = createAskonce({ storage: sqlite(process.env.DATABASE ?? "askonce.db"), basePath: "/support" });
    void holder.askonce.start();
  }
  return holder.askonce;
}
