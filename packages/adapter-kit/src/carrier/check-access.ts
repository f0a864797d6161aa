import { type AdapterContext, AskonceError, type CheckReport } from "@askonce/spec";
import { checkItem } from "./check-item.ts";

export interface AccessProbe {
  /** Asks the vendor something harmless; resolves when it answered as to somebody it knows. */
  ask(context: AdapterContext): Promise<void>;
  /** What was shown by that, for example `The courier accepts the user and the password`. */
  shown: string;
  /** What to do when the vendor refuses the credentials. */
  remedy: string;
}

/** The report of an adapter whose one question is whether the vendor lets it in. Never throws for a vendor's refusal. */
export async function checkAccess({ ask, shown, remedy }: AccessProbe, context: AdapterContext): Promise<CheckReport> {
  const item = await checkItem(
    { id: "credentials", title: "Access" },
    async () => {
      await ask(context);
      return { state: "ok", detail: shown, remedy: null };
    },
    (error) => {
      const isRefused = AskonceError.is(error, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN", "ADAPTER_REJECTED");
      return { remedy: isRefused ? remedy : "Try again; if it persists, the courier's interface is out of order" };
    },
    context,
  );
  return { ok: item.state === "ok", checks: [item] };
}
