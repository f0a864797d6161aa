/** Where MyGLS has a host of its own, with the language it answers in and the zone of what its depots do. */
export const countries = {
  ro: { name: "Romania", timeZone: "Europe/Bucharest", language: "RO" },
  hu: { name: "Hungary", timeZone: "Europe/Budapest", language: "HU" },
  cz: { name: "Czechia", timeZone: "Europe/Prague", language: "CS" },
  sk: { name: "Slovakia", timeZone: "Europe/Bratislava", language: "SK" },
  si: { name: "Slovenia", timeZone: "Europe/Ljubljana", language: "SL" },
  hr: { name: "Croatia", timeZone: "Europe/Zagreb", language: "HR" },
  rs: { name: "Serbia", timeZone: "Europe/Belgrade", language: "SR" },
} as const;

export const countryCodes = ["ro", "hu", "cz", "sk", "si", "hr", "rs"] as const satisfies readonly (keyof typeof countries)[];
