import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:complet|total|putin|foarte|toat[ae]?|tot|toti|destul de|grav|partial|usor|deja|cam|chiar|aproape|iar|jumatate|rau) ){0,2}";
const damaged =
  "(?:spart[ae]?|sparti|stricat[ae]?|deteriorat[ae]?|defect[ae]?|defecti|crapat[ae]?|fisurat[ae]?|ciobit[ae]?|zgariat[ae]?|indoit[ae]?|rupt[ae]?|rupti|patat[ae]?|murdar[ae]?|desfacut[ae]?|desigilat[ae]?|strivit[ae]?|turtit[ae]?|lovit[ae]?|avariat[ae]?|sfasiat[ae]?|ud|uda|ude|expirat[ae]?|mucegait[ae]?|goala|distrus[ae]?|deformat[ae]?|descusut[ae]?|dezlipit[ae]?|sifonat[ae]?|ruginit[ae]?|incomplet[ae]?|in (?:mii de |mai multe |doua |trei )bucati|facut[ae]? (?:tandari|praf|bucati)|tandari|varsat[ae]?|gaurit[ae]?|stramb[ae]?|julit[ae]?|gresit[ae]?|inutilizabil[ae]?|topit[ae]?|decolorat[ae]?|stirb[ae]?|slabit[ae]?|botit[ae]?|ilizibil[ae]?|destramat[ae]?|explodat[ae]?|ars[ae]?|sfaramat[ae]?|curs[ae]?|desperecheat[ae]?|alterat[ae]?|ofilit[ae]?|putred[ae]?|putrezit[ae]?|ondulat[ae]?|scorojit[ae]?|desprins[ae]?|tocit[ae]?)";
const tail = "(?: (?:in (?:doua|trei|mai multe locuri)|pe (?:o parte|lateral)|de tot|la baza))?";

export const romanianComplaints: ComplaintWords = {
  patterns: [
    phrase(
      "\\b(?<v>(?:l-a |a |au |l-au )?(?:lasat|aruncat|abandonat) (?:afara|in fata|in ploaie|pe jos|pe scari|in strada|la vecin[a-z]*|in curte|la poarta|langa [a-z]+)(?: [a-z]+)?)\\b",
    ),
    phrase("\\b(?<v>(?:doi|amandoi|doua|ambii|ambele) [a-z]+ (?:stangi|drepti|stang|drept))\\b"),
    phrase(
      `\\b(?<v>(?:mi-a |mi-au |ne-a |a |au |mi a |s-a |am |l-am |le-am |am si )?(?:ajuns|venit|sosit|fost livrat[ae]?|primit(?:-o|-l|-le)?)(?: cu [a-z]+(?: [a-z]+)?)? ${adverb}${damaged}${tail}(?:(?:,| si) ${adverb}${damaged})?)\\b`,
    ),
    phrase(
      "\\b(?<v>(?:mi-?)?(?:ati|au|a|am) (?:trimis|primit|livrat|venit|pus)(?: [a-z0-9]+){1,4} in loc(?:ul)? de(?: [a-z0-9]+){1,2})\\b",
    ),
    phrase(
      "\\b(?<v>(?:am |mi-?ati |ati |a |au )?(?:primit|venit|ajuns|livrat|trimis) (?:un |o |alt |alta |alte )?(?:[a-z]{4,14} )?(?:gresit[ae]?|diferit[ae]?|altceva|cu totul altceva))\\b",
    ),
    phrase(
      "\\b(?<v>(?:am primit|mi-ati trimis|ati trimis|a venit) (?:alt|alta|alte|altul)(?: (?:produs|marime|culoare|model|[a-z]{4,12}))?)\\b",
    ),
    phrase(`\\b(?<v>(?:s-a |s-au )?${adverb}${damaged}${tail}(?:(?:,| si) ${adverb}${damaged})?)(?![a-z])`),
    phrase("\\b(?<v>lipse(?:ste|sc|au|a)(?: [a-z]{2,15}){1,2})\\b"),
    phrase(
      "\\b(?<v>nu (?:mai )?(?:(?:se|imi|mi|ma|il|o|le|pot sa|pot) )?(?:(?:il |o |le |mai )?)(?:merge|merg|functioneaza|porneste|pornesc|incarca|aprinde|inchide|deschide|conecteaza|incalzeste|tine|corespunde|raceste|misca|actualizeaza|apare|primesc|gasesc|pot (?:deschide|intra|plati|urmari|loga)|scoate|printeaza|sta fix|prinde|accepta|raspunde|ajunge|vine|intra in|ofera|citeste|detecteaza|recunoaste|lasa|porni|deschid|descarca|urca|usuca|spala|stoarce|fixeaza|taie|bate|suna|umfla|aspira|amesteca|coboara|roteste|imbina|se inchid|se aprind|ard|tin|inchid|aprind|rezista|mai am|regasesc|recunosc|blocheaza|opreste|conecta|incinge)\\b(?: (?:deloc|bine|corect|cum trebuie|nimic))?(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:inca |tot )?(?:nu|n-) ?(?:mi-?|ne-?|l-|le-|s-)?(?:a |am |au |a mai |am mai |mi-a |mi-au )?(?:mai |inca )?(?:fost )?(?:ajuns|primit(?:-o|-l)?|venit|sosit|livrat[ae]?|expediat[ae]?|predat|miscat|rambursat|returnat|actualizat|sunat|intrat|trecut)(?: (?:inca|nimic|nici acum|pana acum|nimeni))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:s-a (?:oprit|blocat|ars|defectat|pierdut|intors|decolorat|umflat)|curge(?: apa)?|scoate (?:un )?(?:zgomot|fum)|face (?:un )?(?:zgomot|figuri|scantei)(?: [a-z]+)?|bate ceva(?: in [a-z]+)?|miroase (?:a [a-z]+|urat|ciudat)|se (?:opreste|inchide|deconecteaza|blocheaza|supraincalzeste|desprinde|clatina|descarca|desface|stinge)(?: singur[a]?)?|pierde (?:apa|aer)|a (?:ramas [a-z]+|cazut [a-z]+|intrat la apa|iesit [a-z]+|cedat|disparut)|au (?:cazut|iesit|disparut) [a-z]+|tremura|scartaie|paraie|fasaie))\\b",
    ),
    phrase(
      "\\b(?<v>(?:intarzie|in intarziere|are intarziere|intarziat[ae]?|blocat[ae]?(?: (?:in|la|pe) [a-z]+(?: [a-z]+)?)?|pierdut[ae]?|furat[ae]?|refuzat[ae]?|respins[ae]?|returnat[ae]? (?:la expeditor|inapoi)|tot nimic|nici urma(?: de [a-z]+)?|nimeni n(?:u|-)[ -]?a [a-z]+|neconfirmat[ae]?|neplatit[ae]?))\\b",
    ),
    phrase(
      "\\b(?<v>(?:apare|figureaza|scrie|zice|spune|marcat|e trecut|arata)(?: ca| ca a fost| ca fiind| ca si)? livrat[ae]?(?:,? dar [a-z' -]{3,30})?)",
    ),
    phrase(
      "\\b(?<v>(?:mi s-a (?:retras|luat|debitat)|m-a (?:taxat|debitat)|debitat|platit|taxat|retras)(?: [a-z]{3,8})? de (?:doua|2) ori|dubla (?:plata|debitare)|(?:plata|cardul|codul|linkul|voucherul|site-ul) (?:a fost |este |e |nu )?(?:refuzat[ae]?|esuat[ae]?|respins[ae]?|expirat[ae]?|cazut))\\b",
    ),
    phrase(
      "\\b(?<v>are (?:o|un|niste|mai multe|cateva|doua)? ?(?:[a-z]+ )?(?:pat[ae]|crapatur[ai]|zgarietur[ai]|gaur[ai]|fisur[ai]|lovitur[ai]|ciobitur[ai]|defect(?:e)?|taietur[ai]|rizur[ai]|mucegai)(?: (?:pe|in|la) [a-z]+)?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:a|au|mi-a) venit (?:pe )?(?:negru|neagra|alb|alba|rosu|rosie|albastru|albastra|verde|galben|gri|roz|maro|mov|bej)(?: (?:inchis|deschis))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:am primit |a(?:u)? venit |a(?:u)? ajuns )?doar (?:un|una|unul|o|doua|doi|trei|jumatate|\\d{1,2})(?: [a-z]+)? (?:din|dintre)(?: cele| cei)? (?:[a-z0-9]+))\\b",
    ),
  ],
  linking: words("este e era erau sunt a au s-a pare fost"),
  article: words("un o"),
  keepsArticle: false,
  notSubject: words(
    "eu el ea noi voi ei ele care ce cine si sau dar insa iar ca sa daca cand cu de in pe la din pentru nu mai imi mi ma se il le tot toate toata foarte deja inca doar chiar azi ieri acum am ai are avem aveti au primit ajuns venit fost gasit poza poze pozele cutie nimic ceva m-am l-am este e era va rog buna altceva una unul unele mea meu mele nostru singura numai complet total",
  ),
  whole: words(
    "comanda comenzi comenzile colet coletul colete pachet pachetul produs produsul produse produsele articol articolul livrarea expeditia awb awb-ul marfa obiectul numarul",
  ),
  ends: words(
    "dar si iar insa ca pentru de din dupa cand daca azi ieri acum va rog multumesc desi fiindca deoarece mai sau cu care ce inca tot pana in la pe decat nici cum puteti vreau as",
  ),
  harmless:
    /\b(?:nu (?:e|este|era) (?:spart|stricat|deteriorat)[ae]?|intact[ae]?|in stare (?:buna|perfecta)|totul (?:e )?(?:ok|bine|perfect)|din vina mea|am gresit|in caz)\b/,
};
