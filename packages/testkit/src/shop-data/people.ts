import { names } from "./names.ts";
import { type Country, places, secondLines, streets } from "./places.ts";
import type { Random } from "./random.ts";
import type { FakeAddress, FakeLanguage } from "./shop.ts";

/** Somebody who buys, whether or not the shop has an account of theirs. */
export interface Person {
  country: Country;
  language: FakeLanguage;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  address: FakeAddress;
}

export const localCurrency: Readonly<Record<Country, string>> = { RO: "RON", IT: "EUR", GB: "GBP", IE: "EUR", DE: "EUR" };

const countryWeights: Readonly<Record<Country, number>> = { RO: 42, IT: 33, GB: 13, IE: 6, DE: 6 };
const languages: Readonly<Record<Country, FakeLanguage>> = { RO: "ro", IT: "it", GB: "en", IE: "en", DE: "en" };
const companies: Readonly<Record<Country, readonly string[]>> = {
  RO: ["Atelier Nord SRL", "Florăria Magnolia SRL", "Cabinet Dr. Dobre"],
  IT: ["Studio Legale Marchi", "Bar Centrale S.n.c.", "Officina Verdi S.r.l."],
  GB: ["Fletcher & Baxter Ltd"],
  IE: ["Kavanagh Design Ltd"],
  DE: ["Lindner Werkstatt GmbH"],
};
/** Only domains that RFC 2606 and RFC 6761 reserve, so that nothing can ever be mailed to a stranger. */
const mailDomains = ["example.com", "example.org", "example.net", "mail.example.test", "posta.example.test"];

export interface PeopleMaker {
  /** A new person; nobody else of this maker has the same e-mail address or phone number. */
  make(country?: Country): Person;
}

/** @param known people whose addresses and numbers must not be given out again */
export function createPeopleMaker(random: Random, known: readonly Pick<Person, "email" | "phone">[] = []): PeopleMaker {
  const usedEmails = new Set(known.map(({ email }) => email));
  const usedPhones = new Set(known.map(({ phone }) => phone));

  function email(firstName: string, lastName: string): string {
    const first = asciiLetters(firstName);
    const last = asciiLetters(lastName);
    const local = random.pick([
      `${first}.${last}`,
      `${first}.${last}`,
      `${first}${last}`,
      `${first.charAt(0)}.${last}`,
      `${last}.${first}`,
    ]);
    const domain = random.pick(mailDomains);
    for (let suffix = random.chance(0.25) ? random.integer(70, 99) : 0; ; suffix += 1) {
      const address = `${local}${suffix === 0 ? "" : suffix}@${domain}`;
      if (usedEmails.has(address)) continue;
      usedEmails.add(address);
      return address;
    }
  }

  function phone(country: Country): string {
    if (random.chance(0.08)) return "";
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const number = inventPhone(random, country);
      if (usedPhones.has(number)) continue;
      usedPhones.add(number);
      return number;
    }
    return "";
  }

  return {
    make(wanted) {
      const country = wanted ?? random.weighted(countryWeights);
      const firstName = random.pick(names[country].first).replace("-", " ");
      const lastName = random.pick(names[country].last);
      const person = {
        country,
        language: languages[country],
        firstName,
        lastName,
        email: email(firstName, lastName),
        phone: phone(country),
      };
      return { ...person, address: makeAddress(random, person) };
    },
  };
}

/** A plausible address of somebody in their country. */
export function makeAddress(random: Random, owner: Pick<Person, "country" | "firstName" | "lastName" | "phone">): FakeAddress {
  const { country } = owner;
  const place = random.pick(places[country]);
  const house = `${random.integer(1, 140)}${random.chance(0.1) ? "A" : ""}`;
  return {
    firstName: owner.firstName,
    lastName: owner.lastName,
    company: random.chance(0.06) ? random.pick(companies[country]) : "",
    line1: random.pick(streets[country]).replace("#", house),
    line2: random.chance(0.45) ? fill(random, random.pick(secondLines[country])) : "",
    city: place.city,
    province: place.province,
    postcode: fill(random, place.postcode),
    countryCode: country,
    phone: owner.phone,
  };
}

/** Replaces each `#` by a digit from 1 to 9 and each `@` by a letter that British and Irish postcodes use. */
function fill(random: Random, pattern: string): string {
  return pattern.replace(/[#@]/g, (mark) => (mark === "#" ? String(random.integer(1, 9)) : random.pick([..."ABDEFHJLNPQRTWXY"])));
}

/** British, Irish and German numbers come from the ranges their regulators keep for films; Romania and Italy have none. */
function inventPhone(random: Random, country: Country): string {
  switch (country) {
    case "RO":
      return `+407${random.integer(2, 7)}${random.digits(7)}`;
    case "IT":
      return `+393${random.pick(["20", "28", "33", "38", "47", "49", "66", "80", "92"])}${random.digits(7)}`;
    case "GB":
      return `+447700900${random.digits(3)}`;
    case "IE":
      return `+35320910${random.digits(4)}`;
    case "DE":
      return `+4917139200${random.digits(2)}`;
  }
}

function asciiLetters(name: string): string {
  return name
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
