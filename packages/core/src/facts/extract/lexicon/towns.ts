/** For a pattern: any of the towns as a whole word; a hyphen stands for a blank or a hyphen. */
const anyOf = (towns: string) => `(?<![a-z])(?:${towns.trim().split(/\s+/).join("|").replaceAll("-", "[ -]")})(?![a-z])`;

/** The capitals of Italy's provinces, beside which a number of five digits is a postcode. Folded letters. */
export const italianTown = anyOf(`
  agrigento alessandria ancona andria aosta arezzo ascoli-piceno asti avellino bari barletta belluno benevento bergamo biella
  bologna bolzano brescia brindisi cagliari caltanissetta campobasso caserta catania catanzaro cesena chieti como cosenza
  cremona crotone cuneo enna fermo ferrara firenze foggia forli frosinone genova gorizia grosseto imperia isernia la-spezia
  l'aquila latina lecce lecco livorno lodi lucca macerata mantova massa matera messina milano modena monza napoli novara nuoro
  oristano padova palermo parma pavia perugia pesaro pescara piacenza pisa pistoia pordenone potenza prato ragusa ravenna
  reggio-calabria reggio-emilia rieti rimini roma rovigo salerno sassari savona siena siracusa sondrio taranto teramo terni
  torino trani trapani trento treviso trieste udine urbino varese venezia verbania vercelli verona vibo-valentia vicenza
  viterbo
`);

/** Romania's municipalities and some of its towns, beside which a number of six digits is a postcode. Folded letters. */
export const romanianTown = anyOf(`
  bucuresti cluj-napoca cluj timisoara iasi constanta craiova brasov galati ploiesti oradea braila arad pitesti sibiu bacau
  targu-mures baia-mare buzau botosani satu-mare ramnicu-valcea suceava piatra-neamt drobeta-turnu-severin targu-jiu tulcea
  focsani bistrita resita alba-iulia slatina deva hunedoara zalau sfantu-gheorghe barlad vaslui giurgiu roman turda medias
  slobozia alexandria calarasi voluntari lugoj medgidia onesti miercurea-ciuc petrosani tecuci mangalia odorheiu-secuiesc
  campina ramnicu-sarat pascani dej reghin navodari campulung caracal sacele fagaras falticeni radauti dorohoi
  rosiorii-de-vede targoviste oltenita carei mioveni gherla sinaia predeal busteni husi aiud caransebes otopeni pantelimon
  bragadiru popesti-leordeni moinesti gaesti branesti
`);
