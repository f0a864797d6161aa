/** The courier's own SDK says who it is in each request, and so do we. */
export const userAgent = "askonce-sameday (+https://github.com/askonce/askonce)";
