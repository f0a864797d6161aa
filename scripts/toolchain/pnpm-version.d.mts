export const packageManager: string;
