import type { LatenessParameters } from "./parameters.ts";
import type { Delays, Summary } from "./summary.ts";

/** What is not as it has to be, in words; empty when all is. What a small year has none of is not judged. */
export function failuresOf(summary: Summary, { gates }: LatenessParameters): string[] {
  const { lost, returns, endings, storms, baselines, contactsPrevented } = summary;
  const failures: string[] = [];
  const atLeast = (name: string, value: number, least: number, n: number) => {
    if (n > 0 && value < least) failures.push(`${name} is ${value}, and has to be ${least} or more`);
  };
  const atMost = (name: string, value: number, most: number) => {
    if (value > most) failures.push(`${name} is ${value}, and may be ${most}`);
  };
  atLeast("recall of late parcels in time", summary.recall, gates.recall, summary.late);
  atMost("rate of false alarms", summary.falseAlarmRate, gates.falseAlarmRate);
  atLeast("recall of lost parcels", lost.recall, gates.lostRecall, lost.n);
  atMost("rate of false losses", lost.falseAlarmRate, gates.lostFalseAlarmRate);
  atLeast("recall of returns", returns.recall, gates.returnsRecall, returns.n);
  atLeast("share of right endings", endings.right, gates.endingsRight, endings.n);
  atLeast("share of storms found", storms.found / Math.max(1, storms.n), gates.stormsFound, storms.n);
  atMost("false storms a year", storms.perYear, gates.stormFalseAlarmsPerYear);
  for (const [name, baseline] of Object.entries(baselines)) {
    if (!isSooner(summary.detectionDelayMs, baseline.detectionDelayMs)) failures.push(`it is not sooner than ${name}`);
  }
  // What is too small to say says nothing in either direction.
  if (contactsPrevented.verdict !== "too_small_to_say")
    atLeast("contacts prevented per hundred", contactsPrevented.interval[0], gates.contactsPreventedPerHundred, contactsPrevented.treated);
  return failures;
}

/** Sooner at the median, and nowhere later. `null` is never. */
function isSooner(own: Delays, other: Delays): boolean {
  const ms = (value: number | null) => value ?? Number.POSITIVE_INFINITY;
  return ms(own.p50) < ms(other.p50) && ms(own.p90) <= ms(other.p90) && ms(own.p99) <= ms(other.p99);
}
