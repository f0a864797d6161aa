import { writeSync } from "node:fs";

/** The four moments at which a process is ended, in the order in which a webhook passes them. */
export const killPoints = ["before-parse", "before-commit", "after-commit", "mid-job"] as const;
export type KillPoint = (typeof killPoints)[number];

/** What is under way at the moment of the kill. */
export const killVariants = {
  "before-parse": ["webhook", "command"],
  "before-commit": ["receive", "command", "apply"],
  "after-commit": ["receive", "command", "apply"],
  // `effect`: the order is written, that the event is settled is not. `read`: the storefront is being asked. `subscriber`: its effect has
  // happened, its position has not moved. `delivery`: an event was sent to an endpoint, that it was is not recorded.
  "mid-job": ["effect", "read", "subscriber", "delivery"],
} as const satisfies Record<KillPoint, readonly string[]>;

/** Variants that only occur where the inbox is worked on. */
export function needsWorker(point: string, variant: string): boolean {
  return point === "mid-job" || variant === "apply";
}

export interface KillOrder {
  point: KillPoint;
  variant: string;
  /** 1: the next time it is passed. */
  after: number;
}

export interface KillSwitch {
  arm(order: KillOrder | null): void;
  /** Ends the process here if that is what was ordered. Does not return then. */
  pass(point: KillPoint, variant: string): void;
}

/** @param record a file descriptor; gets a line with the instant and the place before the end, because nobody else knows them exactly */
export function createKillSwitch(record: number): KillSwitch {
  let armed: KillOrder | null = null;
  return {
    arm(order) {
      armed = order && { ...order };
    },
    pass(point, variant) {
      if (armed === null || armed.point !== point || armed.variant !== variant || --armed.after > 0) return;
      writeSync(record, `${JSON.stringify({ at: Date.now(), point, variant })}\n`);
      process.kill(process.pid, "SIGKILL");
      // The signal takes effect before the system call returns; nothing of the process may run past this line.
      for (;;);
    },
  };
}
