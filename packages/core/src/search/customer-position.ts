/** Customers are numbered upwards from here; those from before they had numbers downwards, newest first. */
export const firstCustomerPosition = 2 ** 30;
