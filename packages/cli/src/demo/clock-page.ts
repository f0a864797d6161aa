import type { MovableClock } from "../simulation/movable-clock.ts";
import { escaped } from "./escaped.ts";
import type { RunningCourier } from "./start-courier.ts";

const hourMs = 3_600_000;
const longestAdvanceMs = 30 * 24 * hourMs;
const steps = [
  { label: "1 hour", durationMs: hourMs },
  { label: "6 hours", durationMs: 6 * hourMs },
  { label: "1 day", durationMs: 24 * hourMs },
  { label: "2 days", durationMs: 48 * hourMs },
];

export interface ClockPageOptions {
  clock: Pick<MovableClock, "now" | "aheadMs">;
  parcels: RunningCourier["planned"];
  /** What there is to try, as HTML. */
  guide(): string;
  /** Skips so many milliseconds. */
  skip(durationMs: number): void;
}

/**
 * The demo's own page at `/demo`: what there is to try, what time it is here, what the simulated courier has under way, and buttons that let time pass, which are
 * `POST /demo/clock` with `advanceMs`. `null` for every other address.
 */
export function createClockPage({ clock, parcels, guide, skip }: ClockPageOptions) {
  const now = () => new Date(clock.now()).toISOString();

  async function advance(request: Request): Promise<Response> {
    // Another page in the same browser has no say in what time it is.
    const site = request.headers.get("sec-fetch-site") ?? "none";
    if (site !== "same-origin" && site !== "none") return Response.json({ error: "not from another page" }, { status: 403 });
    const isJson = request.headers.get("content-type")?.startsWith("application/json") ?? false;
    const text = await request.text();
    const advanceMs = isJson ? numberIn(text) : Number(new URLSearchParams(text).get("advanceMs"));
    if (!Number.isInteger(advanceMs) || advanceMs < 1 || advanceMs > longestAdvanceMs)
      return Response.json({ error: "advanceMs has to be a whole number of milliseconds, up to 30 days" }, { status: 400 });
    skip(advanceMs);
    if (isJson) return Response.json({ now: now(), aheadMs: clock.aheadMs() });
    return new Response(null, { status: 303, headers: { location: "/demo" } });
  }

  return async (request: Request): Promise<Response | null> => {
    const { pathname } = new URL(request.url);
    if (pathname === "/demo/clock" && request.method === "POST") return advance(request);
    if (pathname !== "/demo" || request.method !== "GET") return null;
    return new Response(pageOf(now(), clock.aheadMs(), parcels(), guide()), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      },
    });
  };
}

function numberIn(json: string): number {
  try {
    const body: unknown = JSON.parse(json);
    const value = typeof body === "object" && body !== null && "advanceMs" in body ? body.advanceMs : null;
    return typeof value === "number" ? value : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

function pageOf(now: string, aheadMs: number, parcels: ReturnType<RunningCourier["planned"]>, guide: string): string {
  const buttons = steps.map(({ label, durationMs }) => `<button name="advanceMs" value="${durationMs}">${label} later</button>`).join("\n");
  const rows = parcels
    .toSorted((one, other) => ((one.latest?.at ?? "") < (other.latest?.at ?? "") ? 1 : -1))
    .map(({ orderNumber, trackingNumber, script, latest }) => [orderNumber, trackingNumber, script, latest?.kind, latest?.at])
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped((cell ?? "").replaceAll("_", " "))}</td>`).join("")}</tr>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>askonce demo</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
button { font: inherit; padding: .4rem .8rem; margin: 0 .4rem .4rem 0 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .75rem .25rem 0 }
li { margin-bottom: .5rem } q { font-style: italic }
</style>
<h1>The demo</h1>
${guide}<h2>The demo's time</h2>
<p>It is <strong>${escaped(now)}</strong> here, ${Math.round(aheadMs / hourMs)} hours ahead of this machine. <a href="/">To the desk</a></p>
<form method="post" action="/demo/clock">
${buttons}
</form>
<h2>What the simulated courier has under way</h2>
<table>
<thead><tr><th>Order</th><th>Number</th><th>Script</th><th>Last event</th><th>At</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</html>
`;
}
