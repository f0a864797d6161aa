/** The package manager that every script and the continuous integration use. */
export const packageManager = "pnpm@12.21.0";
