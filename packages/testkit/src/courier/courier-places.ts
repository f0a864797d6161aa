/** Where the scripted parcels of a world live. */
export type CourierCountry = "RO" | "IT";

export interface CourierPlace {
  city: string;
  county: string;
  countryCode: string;
}

export interface CourierRoute {
  zone: string;
  origin: CourierPlace;
  hub: CourierPlace;
  border: CourierPlace;
  destination: CourierPlace;
}

export const courierRoutes: Readonly<Record<CourierCountry, CourierRoute>> = {
  RO: {
    zone: "Europe/Bucharest",
    origin: { city: "Bucuresti", county: "Bucuresti", countryCode: "RO" },
    hub: { city: "Stefanestii de Jos", county: "Ilfov", countryCode: "RO" },
    border: { city: "Nadlac", county: "Arad", countryCode: "RO" },
    destination: { city: "Cluj-Napoca", county: "Cluj", countryCode: "RO" },
  },
  IT: {
    zone: "Europe/Rome",
    origin: { city: "Milano", county: "MI", countryCode: "IT" },
    hub: { city: "Bologna", county: "BO", countryCode: "IT" },
    border: { city: "Brennero", county: "BZ", countryCode: "IT" },
    destination: { city: "Roma", county: "RM", countryCode: "IT" },
  },
};
