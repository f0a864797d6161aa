import type { Country } from "./places.ts";

interface Names {
  first: readonly string[];
  last: readonly string[];
}

/** Common first and last names of each country; every pairing is made by chance. */
export const names: Readonly<Record<Country, Names>> = {
  RO: {
    first: words(
      "Andreea Ioana Maria Elena Ștefania Mădălina Raluca Anamaria Cătălina Bianca Simona Gabriela Ruxandra Oana Ilinca Teodora Larisa Alexandru Andrei Ștefan Mihai Răzvan Cătălin Bogdan Ionuț Vlad Cosmin Sorin Florin Călin Radu Tudor Șerban Dănuț",
    ),
    last: words(
      "Ștefănescu Popescu Ionescu Țurcanu Mureșan Dobrescu Câmpeanu Rădulescu Văduva Șerbănescu Munteanu Lăzăreanu Pârvulescu Ciobanu Stănciulescu Băncilă Nițu Olteanu Crăciun Pădurariu Moldovan Hațegan Bălan Ungureanu Grigorescu Ilieșiu Tănase Voinea Șandru Dumitrașcu",
    ),
  },
  IT: {
    first: words(
      "Giulia Chiara Francesca Martina Alice Elisa Noemi Beatrice Ludovica Federica Ilaria Lucia Maria-Teresa Niccolò Lorenzo Matteo Alessandro Davide Edoardo Luca Gabriele Tommaso Simone Giosuè Riccardo Pietro Fabrizio Emanuele",
    ),
    last: words(
      "Rossi D'Amico Ferrari De_Luca Bianchi Nicolò Colombo Dell'Orto Ricci Lo_Presti Marchetti Gallo D'Angelo Conti Di_Stefano Fabbri Cantù Santoro Pellegrini Caputo Zanon Vitale Gentile Bonfà Serra Guidi",
    ),
  },
  GB: {
    first: words("Emily Charlotte Harriet Zoë Priya Megan Eleanor Chloé Oliver Harry Callum Tom Aidan Rhys Imran Duncan"),
    last: words("Hughes Whitaker O'Brien Patel Davies MacKenzie Thornton Clarke-Jones Fletcher Ahmed Baxter Llewellyn Marsh"),
  },
  IE: {
    first: words("Aoife Siobhán Ciara Róisín Gráinne Conor Seán Pádraig Eoin Darragh"),
    last: words("O'Sullivan Byrne Fitzgerald Kavanagh O'Connor Gallagher O'Neill Doyle"),
  },
  DE: {
    first: words("Anna Jörg Sören Käthe Lena Björn Miriam Jürgen Paula Felix"),
    last: words("Müller Schäfer Weiß Krüger Lindner Vogel Böhm Hofmann Groß"),
  },
};

/** The people who answer customers, one per language. */
export const agents = { en: "Mark Ellis", it: "Sara Benedetti", ro: "Ioana Marinescu" } as const;

function words(text: string): string[] {
  return text.split(" ").map((word) => word.replaceAll("_", " "));
}
