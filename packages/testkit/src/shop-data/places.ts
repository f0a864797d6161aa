export type Country = "RO" | "IT" | "GB" | "IE" | "DE";

export interface Place {
  city: string;
  /** The subdivision's ISO 3166-2 code without the country. */
  province: string;
  /** `#` stands for a digit, `@` for a letter. */
  postcode: string;
}

function place(city: string, province: string, postcode: string): Place {
  return { city, province, postcode };
}

export const places: Readonly<Record<Country, readonly Place[]>> = {
  RO: [
    place("București", "B", "0100##"),
    place("București", "B", "0305##"),
    place("București", "B", "0612##"),
    place("Cluj-Napoca", "CJ", "4000##"),
    place("Timișoara", "TM", "3000##"),
    place("Iași", "IS", "7000##"),
    place("Brașov", "BV", "5000##"),
    place("Constanța", "CT", "9000##"),
    place("Sibiu", "SB", "5500##"),
    place("Oradea", "BH", "4100##"),
    place("Craiova", "DJ", "2000##"),
    place("Galați", "GL", "8000##"),
    place("Ploiești", "PH", "1000##"),
    place("Arad", "AR", "3100##"),
    place("Târgu Mureș", "MS", "5400##"),
    place("Baia Mare", "MM", "4300##"),
    place("Suceava", "SV", "7200##"),
    place("Bacău", "BC", "6000##"),
    place("Alba Iulia", "AB", "5100##"),
    place("Bistrița", "BN", "4200##"),
    place("Piatra Neamț", "NT", "6100##"),
  ],
  IT: [
    place("Milano", "MI", "201##"),
    place("Milano", "MI", "201##"),
    place("Roma", "RM", "001##"),
    place("Torino", "TO", "101##"),
    place("Bologna", "BO", "401##"),
    place("Firenze", "FI", "501##"),
    place("Napoli", "NA", "801##"),
    place("Palermo", "PA", "901##"),
    place("Bari", "BA", "701##"),
    place("Verona", "VR", "371##"),
    place("Genova", "GE", "161##"),
    place("Padova", "PD", "351##"),
    place("Cagliari", "CA", "091##"),
    place("Forlì", "FC", "4712#"),
    place("L'Aquila", "AQ", "67100"),
    place("Reggio Calabria", "RC", "891##"),
    place("Catania", "CT", "951##"),
    place("Trieste", "TS", "341##"),
    place("Bergamo", "BG", "241##"),
    place("Lecce", "LE", "73100"),
  ],
  GB: [
    place("London", "ENG", "SW11 #@@"),
    place("London", "ENG", "N16 #@@"),
    place("Leeds", "ENG", "LS6 #@@"),
    place("Manchester", "ENG", "M20 #@@"),
    place("Bristol", "ENG", "BS6 #@@"),
    place("Edinburgh", "SCT", "EH3 #@@"),
    place("Cardiff", "WLS", "CF11 #@@"),
    place("Belfast", "NIR", "BT9 #@@"),
  ],
  IE: [
    place("Dublin", "D", "D06 @###"),
    place("Cork", "CO", "T12 @###"),
    place("Galway", "G", "H91 @###"),
    place("Limerick", "LK", "V94 @###"),
  ],
  DE: [
    place("Berlin", "BE", "104##"),
    place("München", "BY", "803##"),
    place("Köln", "NW", "506##"),
    place("Leipzig", "SN", "041##"),
    place("Nürnberg", "BY", "904##"),
    place("Göttingen", "NI", "3707#"),
  ],
};

/** `#` stands for the house number. */
export const streets: Readonly<Record<Country, readonly string[]>> = {
  RO: [
    "Strada Mihai Eminescu nr. #",
    "Bulevardul Unirii nr. #",
    "Strada Avram Iancu nr. #",
    "Strada Republicii nr. #",
    "Strada Horea nr. #",
    "Aleea Trandafirilor nr. #",
    "Strada Nicolae Bălcescu nr. #",
    "Strada Ștefan cel Mare nr. #",
    "Bulevardul 1 Decembrie 1918 nr. #",
    "Strada Gheorghe Doja nr. #",
    "Strada Lalelelor nr. #",
    "Calea Dorobanților nr. #",
  ],
  IT: [
    "Via Giuseppe Garibaldi #",
    "Via Dante Alighieri #",
    "Corso Vittorio Emanuele II #",
    "Via Roma #",
    "Viale della Libertà #",
    "Via Giacomo Matteotti #",
    "Via dei Mille #",
    "Via Alessandro Volta #",
    "Piazza San Francesco #",
    "Via Cesare Battisti #",
    "Vicolo del Pozzo #",
    "Via XX Settembre #",
  ],
  GB: ["# Albert Road", "# Church Lane", "# Mill Street", "# Victoria Avenue", "# Park Crescent", "# Station Road"],
  IE: ["# St Brigid's Terrace", "# Main Street", "# Grattan Road", "# Castle Park"],
  DE: ["Goethestraße #", "Schillerstraße #", "Lindenallee #", "Mühlenweg #", "Bahnhofstraße #"],
};

/** Second address lines: flats, stairs, intercoms. `#` stands for a digit. */
export const secondLines: Readonly<Record<Country, readonly string[]>> = {
  RO: ["bl. A#, sc. 1, et. 2, ap. 1#", "bl. C#, sc. B, ap. #", "sc. 2, et. 4, ap. 3#", "interfon 0#"],
  IT: ["Scala B, interno #", "Interno 1#", "Piano 3, citofono 2#", "c/o portineria"],
  GB: ["Flat #", "Flat 1#", "Garden flat"],
  IE: ["Apt #", "Apt 1#"],
  DE: ["Hinterhaus", "3. Etage links"],
};

/** Where parcels are sorted on the way. */
export const hubs: Readonly<Record<Country, readonly string[]>> = {
  RO: ["București", "Sibiu", "Turda", "Bacău"],
  IT: ["Bologna", "Piacenza", "Roma Fiumicino", "Verona"],
  GB: ["Daventry", "Warrington", "Oldbury"],
  IE: ["Athlone", "Portlaoise"],
  DE: ["Leipzig", "Hannover", "Speyer"],
};
