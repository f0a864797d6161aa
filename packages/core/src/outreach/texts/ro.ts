import type { OutreachTexts } from "../outreach-texts.ts";

export const ro: OutreachTexts = {
  subject_late: "Comanda dumneavoastră {order} întârzie",
  subject_late_again: "Comanda dumneavoastră {order} mai are nevoie de timp",
  subject_stalled: "Drumul comenzii dumneavoastră {order} durează mai mult",
  subject_parcel: "Despre coletul cu comanda dumneavoastră {order}",
  subject_report: "Am primit sesizarea despre comanda {order}",
  subject_returning: "Comanda dumneavoastră {order} se întoarce la noi",
  subject_pickup: "Comanda dumneavoastră {order} așteaptă să fie ridicată",
  subject_delivery: "Livrarea comenzii dumneavoastră {order}",
  subject_customs: "Comanda dumneavoastră {order} este la vamă",
  subject_over: "Noutăți despre comanda dumneavoastră {order}",
  about_parcel: "Este vorba despre coletul {number} din {count} al comenzii dumneavoastră.",
  moved_again: "Coletul este din nou în mișcare.",
  refused: "Curierul ne-a anunțat că nu a fost acceptat coletul cu comanda {order}.",
  refused_help: "Dacă nu aceasta a fost intenția, ajunge un scurt răspuns și vedem ce se poate face.",
  address_help: "Dacă s-a schimbat ceva la adresă, ajunge un scurt răspuns.",
  nothing_to_do: "Nu este nevoie să faceți nimic.",
  thanks: "Vă mulțumim că ne-ați anunțat.",
  photos_one: "Fotografia dumneavoastră a ajuns; nu este nevoie să o trimiteți din nou.",
  photos_few: "Cele {n} fotografii au ajuns; nu este nevoie să le trimiteți din nou.",
  photos_other: "Cele {n} de fotografii au ajuns; nu este nevoie să le trimiteți din nou.",
};
