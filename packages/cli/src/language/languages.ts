/** Written here again so that the parser starts without loading the vocabulary's schemas; a test compares it with the vocabulary. */
export const supportedLanguages = ["en", "it", "ro"] as const;
export type SupportedLanguage = (typeof supportedLanguages)[number];
