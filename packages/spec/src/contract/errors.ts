import { type ErrorCode, errorCodes } from "../errors/error-codes.ts";

/** The named codes in the form a contract wants them: status and title from the one table. */
export function contractErrors<const Codes extends readonly ErrorCode[]>(
  ...codes: Codes
): { [Code in Codes[number]]: { status: number; message: string } } {
  const entries = codes.map((code) => [code, { status: errorCodes[code].status, message: errorCodes[code].title }]);
  return Object.fromEntries(entries) as { [Code in Codes[number]]: { status: number; message: string } };
}
