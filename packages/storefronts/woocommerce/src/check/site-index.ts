import { errorForFailure } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CheckItem } from "@askonce/spec";
import * as z from "zod";
import { readBody } from "../client/read-body.ts";
import { checkItem } from "./check-item.ts";

const indexSchema = z.object({
  namespaces: z.array(z.string()).catch([]),
  routes: z.record(z.string(), z.unknown()).catch({}),
});

export interface SiteIndex {
  item: CheckItem;
  /** `null` when it could not be read. */
  hasFulfillments: boolean | null;
  /** The site's `Date` header, in milliseconds; `null` when it sent none. */
  siteTimeMs: number | null;
}

const title = "Address and permalinks";

/** WordPress's public index. It is asked without the keys, so that a wrong address never sees them. */
export async function readSiteIndex(url: string, timeoutMs: number, context: AdapterContext): Promise<SiteIndex> {
  const failed = (detail: string, remedy: string): SiteIndex => ({
    item: checkItem("address", "failed", title, detail, remedy),
    hasFulfillments: null,
    siteTimeMs: null,
  });
  const timeLimit = new AbortController();
  const done = new AbortController();
  context.clock.sleep(timeoutMs, done.signal).then(
    () => timeLimit.abort(),
    () => {},
  );
  try {
    const signal = AbortSignal.any([context.signal, timeLimit.signal]);
    const response = await context.fetch(new URL(`${url}/wp-json/`), {
      redirect: "manual",
      headers: { accept: "application/json" },
      signal,
    });
    const text = await response.text();
    if (response.status >= 300 && response.status < 400) {
      return failed("The address redirects", "Set the url option to the address that the browser shows when the shop is open");
    }
    if (response.status === 404) {
      return failed("There is no REST API below this address", "In WordPress, under Settings → Permalinks, choose anything but Plain");
    }
    if (response.status !== 200) {
      return failed(`The shop answers with status ${response.status}`, "Allow /wp-json/ in the firewall or security plugin of the shop");
    }
    const index = indexSchema.parse(readBody(text));
    const siteTimeMs = Date.parse(response.headers.get("date") ?? "");
    if (!index.namespaces.includes("wc/v3")) return failed("WordPress answers, but WooCommerce does not", "Switch WooCommerce on");
    return {
      item: checkItem("address", "ok", title, "The REST API answers"),
      hasFulfillments: Object.keys(index.routes).some((route) => /^\/wc\/v3\/orders\/.+\/fulfillments$/.test(route)),
      siteTimeMs: Number.isNaN(siteTimeMs) ? null : siteTimeMs,
    };
  } catch (error) {
    context.signal.throwIfAborted();
    if (AskonceError.is(error))
      return failed(error.message, "Open the address with /wp-json/ at its end in a browser and see what stands there");
    if (error instanceof z.ZodError) return failed("The answer is not WordPress's", "Check the url option");
    return failed(errorForFailure(error).message, "Check the url option, and that the shop can be reached from here");
  } finally {
    done.abort();
  }
}
