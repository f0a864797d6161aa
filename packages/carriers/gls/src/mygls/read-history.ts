import { carryReturnLeg, createCheckpoint, createStatusTable, readLocalTime, sortCheckpoints } from "@askonce/adapter-kit";
import type { Checkpoint } from "@askonce/spec";
import type { GlsScan } from "./parcel-answer.ts";
import { statusRows } from "./status-rows.ts";

const table = createStatusTable(statusRows);

/** "Delivered", to the buyer or back to the sender. */
const ambiguousDelivery = "5";
const deliveryRounds: ReadonlySet<string> = new Set(["4", "32"]);
/** "Reception closed" by GLS' words, "refused" by what one shop saw. */
const closedOrRefused = "14";

/** A delivery on the same day is the driver's second try; a parcel needs longer to get back to its sender. */
const wayBackMs = 24 * 3_600_000;

/**
 * A parcel's scans as checkpoints, newest first. "Delivered" after 17, 23, 40 or 90 was handed back; after 14 it was, too, when more than a
 * day went by without another round of delivery.
 *
 * @param scans newest first, as GLS gives them
 */
export function readHistory(scans: readonly GlsScan[], timeZone: string): Checkpoint[] {
  return carryReturnLeg(withHandedBack(sortCheckpoints(scans.flatMap((scan) => readScan(scan, timeZone) ?? []))));
}

function readScan(scan: GlsScan, timeZone: string): Checkpoint | null {
  const time = readLocalTime(scan.StatusDate, "net_date", timeZone) ?? readLocalTime(scan.StatusDate, "iso", timeZone);
  if (time === null) return null;
  return createCheckpoint({
    idParts: [scan.StatusCode, scan.StatusDate],
    time,
    reading: scan.StatusCode === null ? null : table.read("StatusCode", plain(scan.StatusCode)),
    rawStatus: scan.StatusCode,
    text: scan.StatusDescription,
    city: scan.DepotCity,
  });
}

export function isKnown(code: string): boolean {
  return table.read("StatusCode", plain(code)) !== null;
}

/** `05` and `5` are the same code. */
function plain(code: string | null): string {
  return code?.replace(/^0+(?=\d)/, "") ?? "";
}

/** @param checkpoints newest first */
function withHandedBack(checkpoints: readonly Checkpoint[]): Checkpoint[] {
  return checkpoints.map((checkpoint, index) => {
    if (plain(checkpoint.rawStatus) !== ambiguousDelivery) return checkpoint;
    const before = checkpoints.slice(index + 1);
    const round = before.findIndex(({ rawStatus }) => deliveryRounds.has(plain(rawStatus)));
    const turned = before.slice(0, round === -1 ? undefined : round).find(({ rawStatus }) => plain(rawStatus) === closedOrRefused);
    const isBack = turned !== undefined && Date.parse(checkpoint.at) - Date.parse(turned.at) > wayBackMs;
    return isBack ? { ...checkpoint, status: "returned", leg: "return", exceptions: ["returned_to_sender"] } : checkpoint;
  });
}
