import type { CourierWorld } from "../courier-world.ts";
import { pieceFields, samedayRow } from "./sameday-rows.ts";

/** The longest window of `status-sync`, in seconds. */
export const samedayWindowSeconds = 7200;

const days = [1, 2, 3, 4, 5, 6, 7];

/** Two lockers, invented. */
export const samedayLockers: readonly Record<string, unknown>[] = [
  locker(1001, "easybox Demo", "Str. Demo 1"),
  locker(1002, "easybox Gara", "Str. Garii 2"),
];

/** The lockers again, and a staffed point. */
export const samedayOohLocations: readonly Record<string, unknown>[] = [
  ...samedayLockers.map(({ lockerId, availableBoxes: _boxes, ...rest }) => ({ oohId: lockerId, oohType: 0, ...rest })),
  { oohId: 2001, oohType: 1, ...placeFields("Sameday Point Demo", "Str. Demo 3"), schedule: schedule([1, 2, 3, 4, 5], "09:00", "18:00") },
];

function locker(lockerId: number, name: string, address: string): Record<string, unknown> {
  return {
    lockerId,
    ...placeFields(name, address),
    supportedPayment: 1,
    clientVisible: 1,
    availableBoxes: [
      { size: "S", number: 10 },
      { size: "M", number: 4 },
    ],
    schedule: schedule(days, "00:00", "23:59"),
  };
}

function placeFields(name: string, address: string): Record<string, unknown> {
  const where = { country: "Romania", county: "Cluj", city: "Cluj-Napoca", postalCode: "400001", lat: 46.77, lng: 23.6 };
  return { name, address, ...where, email: null, phone: null };
}

function schedule(openDays: readonly number[], openingHour: string, closingHour: string): Record<string, unknown>[] {
  return openDays.map((day) => ({ day, openingHour, closingHour }));
}

export interface SamedayPage {
  page: number;
  perPage: number;
}

/** Page and size of a list's request; the fields that are wrong when they cannot be. */
export function readSamedayPage(query: URLSearchParams, largestPage: number): SamedayPage | string[] {
  const page = Number(query.get("page") ?? "1");
  const asked = Number(query.get("countPerPage") ?? "50");
  const wrong = [
    ...(Number.isInteger(page) && page >= 1 ? [] : ["page"]),
    ...(Number.isInteger(asked) && asked >= 1 ? [] : ["countPerPage"]),
  ];
  return wrong.length > 0 ? wrong : { page, perPage: Math.min(asked, largestPage) };
}

/** A list's page. Its totals are left out when `withTotals` is false, as happens. */
export function samedayList(
  rows: readonly Record<string, unknown>[],
  { page, perPage }: SamedayPage,
  withTotals: boolean,
): Record<string, unknown> {
  const totals = withTotals ? { total: rows.length, pages: Math.max(1, Math.ceil(rows.length / perPage)) } : {};
  return { ...totals, currentPage: page, perPage, data: rows.slice((page - 1) * perPage, page * perPage) };
}

/**
 * The rows of `status-sync`, oldest first: what happened from `startSeconds` to `endSeconds` (both included) and is listed by now.
 *
 * @param lagMs how long after it happened an event is listed
 */
export function samedaySyncRows(world: CourierWorld, startSeconds: number, endSeconds: number, lagMs: number): Record<string, unknown>[] {
  return world.eventsUntil(world.clock.now() - lagMs).flatMap(({ parcel, event }, index) => {
    const seconds = Date.parse(event.at) / 1000;
    const row = samedayRow(event);
    if (row === null || seconds < startSeconds || seconds > endSeconds) return [];
    // The same thing in three writings, as it comes.
    const reasonId = ["", null, 0][index % 3];
    const pieces = event.piece === null ? Array.from({ length: parcel.pieces }, (_, piece) => piece) : [event.piece];
    return pieces.map((piece) => ({ ...row, ...pieceFields(parcel, piece), reasonId }));
  });
}
