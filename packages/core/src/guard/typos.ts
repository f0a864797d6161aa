/** Words that agents type often and in a hurry, in all three languages, folded. */
const common =
  "order orders number numbers email phone address photo photos picture pictures tracking parcel package please postcode invoice confirm provide delivery colour product purchase describe " +
  "ordine numero telefono indirizzo foto fattura spedizione tracciamento prodotto cortesemente conferma confermare inviarci mandarci problema consegna taglia colore articolo potrebbe " +
  "comanda comenzii numar numarul adresa adresei telefon telefonul poza poze poezele fotografie fotografii factura coletul coletului produsul produsului trimiteti trimite spuneti confirmati livrare livrarii marimea culoarea rugam puteti numele eticheta etichetei ambalajul curierul comunicati precizati pachetul pachetului fotografia numarului";
/** Real words that a slip of the list above could be. */
const real = new Set(
  "etichetta etichette descrie pleas older border odder phony racking posts invoices ordini order nubile adress picure form from trimiti spune confirma puteti putei ruga telefona conferme consegne taglie colori prodotti problemi articoli numeri potrebbero comande comenzi fata prodotta invio confirme provided photon comandai numerai pozele colet colete adrese facturi marimi culori telefoane livrari number".split(
    " ",
  ),
);

const corrections = new Map<string, string>();
{
  const words = common.split(" ");
  const known = new Set(words);
  const add = (slip: string, word: string) => {
    if (slip.length >= 4 && slip !== word && !known.has(slip) && !(real.has(slip) && slip !== "adress")) corrections.set(slip, word);
  };
  for (const word of words) {
    if (word.length < 5) continue;
    for (let index = 1; index < word.length; index++) {
      const [before, one, other, after] = [word.slice(0, index - 1), word[index - 1] ?? "", word[index] ?? "", word.slice(index + 1)];
      add(`${before}${other}${one}${after}`, word);
      // A letter left out or doubled; of short words too much would become another one.
      if (word.length >= 6 && index < word.length - 1) add(`${word.slice(0, index)}${after}`, word);
      add(`${word.slice(0, index)}${other}${word.slice(index)}`, word);
    }
  }
}

/** The word that was meant, when `word` is one slip away from a common one: letters swapped, left out or doubled. `null` when it stays. */
export function correctedWord(word: string): string | null {
  return corrections.get(word) ?? null;
}
