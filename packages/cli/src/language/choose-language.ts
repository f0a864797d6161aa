import { type SupportedLanguage, supportedLanguages } from "./languages.ts";

/**
 * The language a person reads: `--language`, else the environment's. It is read before the command line is parsed, because the parser's
 * own messages need it.
 */
export function commandLanguage(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SupportedLanguage {
  const index = commandLine.indexOf("--language");
  const given =
    index >= 0 ? commandLine[index + 1] : commandLine.find((word) => word.startsWith("--language="))?.slice("--language=".length);
  const { ASKONCE_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  for (const candidate of [given, ASKONCE_LANGUAGE, LC_ALL, LC_MESSAGES, LANG]) {
    if (candidate) return supportedLanguages.find((language) => candidate.toLowerCase().startsWith(language)) ?? "en";
  }
  return "en";
}
