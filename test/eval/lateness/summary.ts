import { contactsPrevented } from "../../../packages/core/src/outreach/measure.ts";
import type { Tally, WatcherTally } from "./tally.ts";

/** Quantiles in milliseconds; `null` stands for never. */
export interface Delays {
  p50: number | null;
  p90: number | null;
  p99: number | null;
}

export interface WatcherSummary {
  late: number;
  recall: number;
  recallEver: number;
  falseAlarmRate: number;
  /** Of the parcels it called late, those that were not. */
  wrongShare: number;
  falseAlarmsBy: Record<string, number>;
  detectionDelayMs: Delays;
  contactsPrevented: {
    perHundred: number;
    interval: [number, number];
    /** In all: per hundred told times those who were told. */
    total: number;
    treated: number;
    holdOut: number;
    verdict: string;
  };
}

export interface Summary extends WatcherSummary {
  n: number;
  baselines: { sevenDays: WatcherSummary; carrierDelayed: WatcherSummary };
  byCarrier: Record<string, Omit<WatcherSummary, "contactsPrevented"> & { n: number }>;
  lost: { n: number; recall: number; falseAlarmRate: number; detectionDelayMs: Delays };
  returns: { n: number; recall: number };
  /** Whether the last status is what really became of the parcel. */
  endings: { n: number; right: number };
  /** Parcels whose courier was not asked any more although they were under way. */
  trackingEndedEarly: number;
  storms: {
    n: number;
    found: number;
    delayMs: Delays;
    groups: number;
    /** Groups that a courier's silence made: one cause, and no late parcels. */
    ofSilence: number;
    falseAlarms: number;
    /** By what the group says is the cause. */
    falseAlarmsBy: Record<string, number>;
    /** False alarms in a judged year. */
    perYear: number;
  };
  work: { folds: number; looks: number };
}

export function summarize(tally: Tally): Summary {
  const { askonce, sevenDays, carrierDelayed } = tally.watchers;
  const { lost, storms, returns, endings } = tally;
  return {
    n: askonce.parcels,
    ...summarizeWatcher(askonce),
    baselines: { sevenDays: summarizeWatcher(sevenDays), carrierDelayed: summarizeWatcher(carrierDelayed) },
    byCarrier: Object.fromEntries(
      Object.entries(tally.byCarrier).map(([name, one]) => {
        const { contactsPrevented: _, ...rest } = summarizeWatcher(one);
        return [name, { n: one.parcels, ...rest }];
      }),
    ),
    lost: {
      n: lost.lost,
      recall: share(lost.found, lost.lost),
      falseAlarmRate: share(lost.falseAlarms, lost.parcels),
      detectionDelayMs: delaysOf(lost.delaysMs),
    },
    returns: { n: returns.n, recall: share(returns.found, returns.n) },
    endings: { n: endings.n, right: share(endings.right, endings.n) },
    trackingEndedEarly: tally.trackingEndedEarly,
    storms: {
      n: storms.n,
      found: storms.found,
      delayMs: delaysOf(storms.delaysMs),
      groups: storms.groups,
      ofSilence: storms.ofSilence,
      falseAlarms: storms.falseAlarms,
      falseAlarmsBy: Object.fromEntries(storms.falseAlarmsBy),
      perYear: rounded(storms.falseAlarms / Math.max(0.5, tally.years)),
    },
    work: { folds: tally.folds, looks: tally.looks },
  };
}

/** The lowest and the highest of the seeds, of the numbers that are judged. */
export function spreadOf(summaries: readonly Summary[]): Record<string, [number, number]> {
  const of = (read: (summary: Summary) => number): [number, number] => {
    const values = summaries.map(read);
    return [Math.min(...values), Math.max(...values)];
  };
  return {
    recall: of((one) => one.recall),
    falseAlarmRate: of((one) => one.falseAlarmRate),
    contactsPreventedPerHundred: of((one) => one.contactsPrevented.perHundred),
    lostRecall: of((one) => one.lost.recall),
    lostFalseAlarmRate: of((one) => one.lost.falseAlarmRate),
    stormFalseAlarms: of((one) => one.storms.falseAlarms),
  };
}

function summarizeWatcher(tally: WatcherTally): WatcherSummary {
  const { told, heldOut } = tally;
  const { difference, prevented, verdict } = contactsPrevented(told, heldOut);
  return {
    late: tally.late,
    recall: share(tally.inTime, tally.late),
    recallEver: share(tally.ever, tally.late),
    falseAlarmRate: share(tally.falseAlarms, tally.parcels),
    wrongShare: share(tally.falseAlarms, tally.alarms),
    falseAlarmsBy: Object.fromEntries([...tally.falseAlarmsBy].sort(([, one], [, other]) => other - one)),
    detectionDelayMs: delaysOf(tally.delaysMs),
    contactsPrevented: {
      perHundred: rounded(difference.difference * 100),
      interval: [rounded(difference.low * 100), rounded(difference.high * 100)],
      total: Math.round(prevented.contacts),
      treated: told.customers,
      holdOut: heldOut.customers,
      verdict,
    },
  };
}

function delaysOf(delaysMs: readonly number[]): Delays {
  const sorted = Float64Array.from(delaysMs).sort();
  const at = (part: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
    return value === undefined || value === Number.POSITIVE_INFINITY ? null : Math.round(value);
  };
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : rounded(part / of, 5);
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
