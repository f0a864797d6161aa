/** What one stretch of simulated time took. */
export interface TrackingStretch {
  minutes: number;
  answers: number;
  requestsPerMinute: { mean: number; most: number };
  refused: number;
  /** Of all parts of the worker, when nothing is due. */
  statementsPerIdleLook: number;
  /** Without those. */
  statementsPerAnswer: number;
  /** How long after its moment the oldest number that was still due at a minute's end had waited; milliseconds. */
  overdueMs: { p50: number; most: number };
}

export interface TrackingLimits {
  requestsPerMinute: number;
  statementsPerAnswer: number;
  overdueMs: number;
}

/** What is too much, in words; empty when nothing is. Counts only: they do not depend on the machine. */
export function gatesOf(gated: {
  parcels: number;
  tracked: number;
  firstContact: TrackingStretch;
  hour: TrackingStretch;
  limits: TrackingLimits;
}): string[] {
  const { parcels, tracked, firstContact, hour, limits } = gated;
  const exceeded: string[] = [];
  if (tracked !== parcels) exceeded.push(`${tracked} of ${parcels} parcels are tracked`);
  for (const [name, stretch] of Object.entries({ firstContact, hour })) {
    if (stretch.requestsPerMinute.most > limits.requestsPerMinute)
      exceeded.push(`${name}: ${stretch.requestsPerMinute.most} requests in a minute, the courier allows ${limits.requestsPerMinute}`);
  }
  // Whoever is refused has to leave the courier alone for a minute.
  if (firstContact.refused > firstContact.minutes)
    exceeded.push(`firstContact: ${firstContact.refused} refusals in ${firstContact.minutes} minutes`);
  if (hour.refused > 0) exceeded.push(`hour: ${hour.refused} requests over the courier's limit`);
  if (hour.overdueMs.most > limits.overdueMs) exceeded.push(`hour: a number was asked for ${hour.overdueMs.most} ms after its plan`);
  if (hour.statementsPerAnswer > limits.statementsPerAnswer)
    exceeded.push(`hour: ${hour.statementsPerAnswer} statements for an answer, the limit is ${limits.statementsPerAnswer}`);
  return exceeded;
}
