import { InvalidArgumentError } from "commander";

/** Reads a port. */
export function portNumber(text: string): number {
  return wholeNumber("--port", 0, 65_535)(text);
}

/** Reads a whole number within limits; anything else is a mistake on the command line. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`${option} has to be a whole number from ${least} to ${most}.`);
    return value;
  };
}
