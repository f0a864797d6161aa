const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A courier of the simulated year. Shares are 0 to 1. */
export interface CourierParameters {
  share: number;
  /** Of its parcels, those that go to a locker. */
  lockerShare: number;
  /** How often a parcel comes later than the courier's own plan. */
  delayedShare: number;
  /** How often a scan on the way never reaches anybody, and the last one. */
  scanLost: number;
  finalScanLost: number;
  /** How often it says "delayed" itself when a parcel is, and when it is not. */
  saysDelayed: number;
  saysDelayedWrongly: number;
  /** Times an hour or more wrong because a zone was mistaken. */
  clockMistakes: number;
  /** Working days on the way, at home and abroad. */
  transitDays: { RO: number; IT: number };
  /** `HH:mm`: the end of its round, when it promises an hour. */
  dueTime: string | null;
  deliversOnSaturday: boolean;
  /** Gives its own date with the label and revises it later. */
  booksDates: boolean;
}

export interface LatenessParameters {
  /** Orders of this year, `YYYY`; the tables of holidays begin with 2026. */
  year: number;
  couriers: Record<string, CourierParameters>;
  /** Where parcels go: the rest stays at home. */
  abroadShare: number;
  /** Of the buyers, those who saw a date at checkout. */
  checkoutDates: number;
  depotsPerCountry: number;
  products: number;
  /** The shop hands over a day late. */
  missedPickup: number;
  failedAttempts: number;
  refused: number;
  addressProblems: number;
  neverCollected: number;
  lost: number;
  /** Of the lost ones, those the courier admits, and when. */
  lostAdmitted: number;
  admittedAfterMs: { from: number; to: number };
  /** Scanned as delivered although it is not, and of those, the ones that are scanned again when they really go out. */
  deliveredByMistake: number;
  mistakeCorrected: number;
  /** The number had another parcel months ago; the courier's list still begins with that one. */
  numberReused: number;
  /** Scans are uploaded after this long on average; some scanners are offline. */
  uploadMs: number;
  offlineShare: number;
  offlineMs: { from: number; to: number };
  /** How long after a moment that is due the worker looks, at most. */
  workerLagMs: number;
  depotClosings: { perYear: number; fromMs: number; toMs: number };
  strikes: { perYear: number; fromMs: number; toMs: number };
  /** Of each courier: it scans as always, and tells nobody until it is over. */
  silences: { perYear: number; fromMs: number; toMs: number };
  /** More orders than usual: from day to day of the year, and how many times as many. */
  peaks: { fromDay: number; toDay: number; factor: number }[];
  contacts: {
    /** Of those whose parcel is late, how many write if it does not come, and how long after the due moment on average. */
    writesWhenLate: number;
    meanWaitMs: number;
    /** Of those who would have written, how many do not once they were told. */
    messageCalms: number;
    /** Told that it is late although it is not. */
    writesWhenToldWrongly: number;
    /** Writes about something else. */
    writesAnyway: number;
    countedForMs: number;
  };
  /** The world begins empty: what is found before `warmUpDays` of the year are over is not judged. */
  storms: { checkEveryMs: number; fewestLate: number; warmUpDays: number };
  lostWithinMs: number;
  gates: {
    recall: number;
    recallWithinMs: number;
    falseAlarmRate: number;
    lostRecall: number;
    lostFalseAlarmRate: number;
    returnsRecall: number;
    endingsRight: number;
    stormsFound: number;
    stormFalseAlarmsPerYear: number;
    contactsPreventedPerHundred: number;
  };
}

const usual: CourierParameters = {
  share: 0.25,
  lockerShare: 0.2,
  delayedShare: 0.05,
  scanLost: 0.02,
  finalScanLost: 0.001,
  saysDelayed: 0.1,
  saysDelayedWrongly: 0.003,
  clockMistakes: 0.001,
  transitDays: { RO: 2, IT: 5 },
  dueTime: null,
  deliversOnSaturday: false,
  booksDates: false,
};

export const defaultParameters: LatenessParameters = {
  year: 2026,
  couriers: {
    rapid: { ...usual, share: 0.35, lockerShare: 0.45, delayedShare: 0.03, transitDays: { RO: 1, IT: 4 } },
    steady: { ...usual, share: 0.35, saysDelayed: 0.25, deliversOnSaturday: true },
    booked: {
      ...usual,
      share: 0.24,
      delayedShare: 0.06,
      saysDelayed: 0.5,
      saysDelayedWrongly: 0.01,
      clockMistakes: 0.004,
      booksDates: true,
    },
    careless: {
      ...usual,
      share: 0.06,
      delayedShare: 0.09,
      scanLost: 0.06,
      finalScanLost: 0.003,
      saysDelayed: 0,
      clockMistakes: 0.006,
      dueTime: "18:00",
    },
  },
  abroadShare: 0.25,
  checkoutDates: 0.3,
  depotsPerCountry: 14,
  products: 300,
  missedPickup: 0.01,
  failedAttempts: 0.07,
  refused: 0.006,
  addressProblems: 0.004,
  neverCollected: 0.03,
  lost: 0.004,
  lostAdmitted: 0.4,
  admittedAfterMs: { from: 14 * dayMs, to: 35 * dayMs },
  deliveredByMistake: 0.0005,
  mistakeCorrected: 0.7,
  numberReused: 0.002,
  uploadMs: 10 * minuteMs,
  offlineShare: 0.02,
  offlineMs: { from: hourMs, to: 8 * hourMs },
  workerLagMs: 2000,
  depotClosings: { perYear: 8, fromMs: 2 * dayMs, toMs: 5 * dayMs },
  strikes: { perYear: 2, fromMs: 2 * dayMs, toMs: 4 * dayMs },
  silences: { perYear: 5, fromMs: 2 * hourMs, toMs: 48 * hourMs },
  peaks: [
    { fromDay: 324, toDay: 336, factor: 2.5 },
    { fromDay: 337, toDay: 354, factor: 1.6 },
  ],
  contacts: {
    writesWhenLate: 0.35,
    meanWaitMs: 20 * hourMs,
    messageCalms: 0.6,
    writesWhenToldWrongly: 0.03,
    writesAnyway: 0.02,
    countedForMs: 7 * dayMs,
  },
  storms: { checkEveryMs: hourMs, fewestLate: 10, warmUpDays: 40 },
  lostWithinMs: 21 * dayMs,
  gates: {
    recall: 0.99,
    recallWithinMs: dayMs,
    falseAlarmRate: 0.02,
    lostRecall: 0.95,
    lostFalseAlarmRate: 0.01,
    returnsRecall: 0.97,
    endingsRight: 0.99,
    stormsFound: 0.8,
    stormFalseAlarmsPerYear: 2,
    contactsPreventedPerHundred: 0,
  },
};

/**
 * The parameters with those of a file in place of the defaults.
 *
 * @throws RangeError for a name that is none, or a value of another kind
 */
export function readParameters(text: string): LatenessParameters {
  const merged = merge(defaultParameters, JSON.parse(text), "params");
  return merged as LatenessParameters;
}

function merge(usualValue: unknown, given: unknown, path: string): unknown {
  if (Array.isArray(usualValue)) {
    if (!Array.isArray(given)) throw new RangeError(`${path} is a list`);
    return given;
  }
  if (usualValue === null || typeof usualValue !== "object") {
    const isText = given === null || typeof given === "string";
    if (usualValue === null || typeof usualValue === "string" ? isText : typeof given === typeof usualValue) return given;
    throw new RangeError(`${path} is of another kind`);
  }
  if (given === null || typeof given !== "object") throw new RangeError(`${path} is an object`);
  const result: Record<string, unknown> = { ...usualValue };
  for (const [name, value] of Object.entries(given)) {
    // Couriers may be added; they take what they leave out from the usual one.
    const known = result[name] ?? (path === "params.couriers" ? usual : undefined);
    if (!(name in result) && known === undefined) throw new RangeError(`There is no ${path}.${name}`);
    result[name] = merge(known ?? null, value, `${path}.${name}`);
  }
  return result;
}
