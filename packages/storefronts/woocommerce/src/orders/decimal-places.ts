/**
 * Without it WooCommerce rounds amounts to the decimals that the shop shows, which cuts a currency with three of them, and rounds parts
 * that only add up unrounded.
 */
export const decimalPlaces = { dp: 6 } as const;
