import type { Country } from "./places.ts";
import type { Random } from "./random.ts";

export interface Carrier {
  name: string;
  trackingUrl(trackingNumber: string): string;
  trackingNumber(random: Random): string;
}

function carrier(name: string, url: string, trackingNumber: (random: Random) => string): Carrier {
  return { name, trackingUrl: (number) => url.replace("{number}", encodeURIComponent(number)), trackingNumber };
}

const sameday = carrier(
  "Sameday",
  "https://sameday.ro/status-colet/?awb={number}",
  (random) => `1ONB${random.integer(24, 26)}${random.digits(7)}`,
);
const fanCourier = carrier("FAN Courier", "https://www.fancourier.ro/awb-tracking/?tracking={number}", (random) => `2${random.digits(12)}`);
const cargus = carrier(
  "Cargus",
  "https://www.cargus.ro/personal/urmareste-coletul/?tracking_number={number}",
  (random) => `1${random.digits(9)}`,
);
const gls = carrier("GLS", "https://gls-group.eu/RO/ro/urmarire-colet?match={number}", (random) => `6${random.digits(10)}`);
const glsGermany = carrier("GLS", "https://gls-group.eu/DE/de/paketverfolgung?match={number}", (random) => `6${random.digits(10)}`);
const dpdRomania = carrier("DPD", "https://tracking.dpd.ro/?shipmentNumber={number}", (random) => `8${random.digits(10)}`);
const brt = carrier(
  "BRT",
  "https://vas.brt.it/vas/sped_det_show.hsm?Nspediz={number}",
  (random) => `${random.integer(100, 299)}${random.digits(9)}`,
);
const glsItaly = carrier(
  "GLS Italy",
  "https://www.gls-italy.com/?option=com_gls&view=track_e_trace&mode=search&numero_spedizione={number}",
  (random) => `${random.pick(["M1", "BO", "RM", "TO", "NA"])}${random.digits(9)}`,
);
const posteItaliane = carrier(
  "Poste Italiane",
  "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}",
  (random) => `${random.pick(["5P", "5P3", "5P8"]).padEnd(3, "1")}${randomUpper(random, 1)}${random.digits(9)}`,
);
const royalMail = carrier("Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/{number}", (random) =>
  s10Number(random, random.pick(["RM", "TT", "WK"]), "GB"),
);
const anPost = carrier("An Post", "https://www.anpost.com/Post-Parcels/Track/History?item={number}", (random) =>
  s10Number(random, random.pick(["CE", "LY"]), "IE"),
);
const dhl = carrier("DHL", "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}", (random) => {
  const body = `003404${random.digits(13)}`;
  return `${body}${ssccCheckDigit(body)}`;
});
const dpd = carrier("DPD", "https://tracking.dpd.de/status/en_US/parcel/{number}", (random) => `09${random.digits(12)}`);

/** The couriers that carry to a country. */
export const carriersTo: Readonly<Record<Country, readonly Carrier[]>> = {
  RO: [sameday, sameday, fanCourier, fanCourier, cargus, gls, dpdRomania],
  IT: [brt, brt, glsItaly, glsItaly, posteItaliane],
  GB: [royalMail, dhl, dpd],
  IE: [anPost, dpd, dhl],
  DE: [dhl, dhl, dpd, glsGermany],
};

/** Where the courier's parcels wait for their buyers; `{city}` is the buyer's city, `##` a number. */
const pickupPoints: Readonly<Record<string, readonly string[]>> = {
  Sameday: ["easybox Kaufland {city}", "easybox Profi Gării", "easybox OMV Unirii", "easybox Lidl Republicii"],
  "FAN Courier": ["FANbox Carrefour {city}", "FANbox Gării", "PayPoint Minimarket Central"],
  Cargus: ["Cargus Ship & Go Penny {city}"],
  BRT: ["BRT-fermopoint Edicola Centrale", "BRT-fermopoint Cartoleria San Marco"],
  "Poste Italiane": ["Punto Poste Tabaccheria Centrale", "Ufficio postale {city} Centro", "Locker Punto Poste Esselunga"],
  "Royal Mail": ["Royal Mail Delivery Office {city}"],
  "An Post": ["Post office {city}"],
  DHL: ["DHL Packstation 1##"],
};

/** A place in this city where a parcel of this courier can wait. */
export function pickupPointOf(random: Random, { name }: Carrier, city: string): string {
  const point = random.pick(pickupPoints[name] ?? [`${name} ParcelShop {city}`]);
  return point.replace("{city}", city).replace("##", String(random.integer(10, 99)));
}

/** All couriers to a country in an order of preference made by chance; at least three. */
export function carriersByChance(random: Random, country: Country): Carrier[] {
  return [...new Set(random.shuffle(carriersTo[country]))];
}

function s10Number(random: Random, service: string, countryCode: string): string {
  const serial = random.digits(8);
  return `${service}${serial}${s10CheckDigit(serial)}${countryCode}`;
}

/** UPU S10: weights 8 6 4 2 3 5 9 7, modulo 11. */
function s10CheckDigit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/** GS1 check digit of the 18-digit serial shipping container code behind its `00` application identifier. */
function ssccCheckDigit(body: string): number {
  const digits = [...body.slice(2)].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

function randomUpper(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick([..."ABCDEFGHJKLMNPRSTUVWXYZ"])).join("");
}
