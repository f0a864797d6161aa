/** Forms of national numbers by the shop's country; without one, the forms that are phones wherever they stand. */
const nationalForms: Readonly<Record<string, RegExp>> = {
  RO: /^0[237]\d{8}$/,
  IT: /^(?:3\d{8,9}|0[1-9]\d{5,9})$/,
  GB: /^0[1-9]\d{8,9}$/,
  IE: /^0[1-9]\d{7,8}$/,
  DE: /^0[1-9]\d{7,10}$/,
  FR: /^0[1-9]\d{8}$/,
  ES: /^[6-9]\d{8}$/,
  US: /^1?[2-9]\d{2}[2-9]\d{6}$/,
};

/** Whether digits have the form of a phone number: international, or national in the shop's country. */
export function looksLikePhone(text: string, countryCode?: string): boolean {
  const compact = text.replace(/[\s().\-/\u00a0]/g, "");
  if (/^(?:\+|00)[1-9]\d{7,14}$/.test(compact)) return true;
  if (countryCode === undefined) return /^0[237]\d{8}$/.test(compact) || /^3\d{9}$/.test(compact);
  return nationalForms[countryCode.toUpperCase()]?.test(compact) ?? false;
}
