import type { OutreachTexts } from "../outreach-texts.ts";

export const it: OutreachTexts = {
  subject_late: "L'ordine {order} è in ritardo",
  subject_late_again: "L'ordine {order} richiede ancora un po' di tempo",
  subject_stalled: "Il viaggio dell'ordine {order} richiede più tempo",
  subject_parcel: "Informazioni sul pacco dell'ordine {order}",
  subject_report: "Abbiamo ricevuto la segnalazione sull'ordine {order}",
  subject_returning: "L'ordine {order} sta tornando da noi",
  subject_pickup: "L'ordine {order} attende il ritiro",
  subject_delivery: "La consegna dell'ordine {order}",
  subject_customs: "L'ordine {order} è in dogana",
  subject_over: "Novità sull'ordine {order}",
  about_parcel: "Questo messaggio riguarda il pacco {number} di {count} dell'ordine.",
  moved_again: "Il pacco è di nuovo in movimento.",
  refused: "Il corriere ci ha comunicato che il pacco dell'ordine {order} non è stato accettato.",
  refused_help: "Se non era questa l'intenzione, basta una breve risposta e vediamo come rimediare.",
  address_help: "Se nell'indirizzo è cambiato qualcosa, basta una breve risposta.",
  nothing_to_do: "Non occorre fare nulla.",
  thanks: "Grazie per la segnalazione.",
  photos_one: "La foto è arrivata; non occorre inviarla di nuovo.",
  photos_few: "Le {n} foto sono arrivate; non occorre inviarle di nuovo.",
  photos_other: "Le {n} foto sono arrivate; non occorre inviarle di nuovo.",
};
