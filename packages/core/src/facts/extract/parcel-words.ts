/** Right before a code: words that are about nothing but a parcel's number. */
const trackingBefore =
  /\b(?:waybill|awb(?:[- ]?ul(?:ui)?)?|track(?:ing)?|tracciamento|ldv|lettera di vettura|urmarire|track-?ul)(?: (?:number|numarul|numero|code|codul|codice|meu|mio|no|nr|n|id|is|e|este|e'|with|cu|con|of|returului|del reso|de retur|it's|its)(?![a-z0-9])\.?){0,4}[\s:("?]{1,3}(?:(?:e|is|it's) )?$/;
/** Words for the thing itself. */
const parcelBefore =
  /\b(?:parcels?|package|shipment|consignment|pacc[oh]i?|spedizion[ei]|colet(?:ul(?:ui)?)?|pachet(?:ul)?|expeditia)(?: (?:number|numarul|numero|code|codul|codice|meu|mio|no|nr|n|with|cu|con)(?![a-z0-9])\.?){0,3}[\s:(",]{1,3}$/;
/** Right after it: what only parcels do. Orders are late and delivered too, so those words alone do not count. */
const stateAfter = new RegExp(
  `^[\\s):,"-]{1,3}(?:${[
    "(?:with \\w{2,12} )?(?:has(?:n't|nt| not)|have(?:n't| not)|is(?:n't|nt| not)|doesn'?t|does not|did not|didn't) (?:been |even |yet )?(?:mov|scann|budg|updat|recogni[sz]ed|tracking)",
    "(?:is |was |been |still |has been |is still |got )*(?:stuck|in (?:transit|customs|the depot)|at (?:the |your |customs|a )?(?:depot|hub|customs|sorting|locker)|held|being held|out for delivery|out of range|handed to)",
    "(?:says?|said|shows?|showing|reads) (?:no (?:movement|updates?|scans?)|nothing|[\"']|it's at|depot|held|exception|delivered to|handed)",
    "(?:has been )?[\"'](?:in|held|exception|delivered|delayed|returned|label|missorted|out|at|on)\\b",
    "(?:no (?:scans?|movement|updates?)|nothing (?:for|since))",
    "(?:ancora |sempre |e |risulta |e' |[\"']){0,3}(?:non si muove|ferm[oa](?![a-z])|bloccat[oa] (?:a|in|da|presso)|in (?:dogana|giacenza|transito|smistamento|deposito|lavorazione)|smarrit|non tracciabile)",
    "(?:dice|risulta|segna|mostra) [\"']",
    "(?:e |este |apare |inca |tot |figureaza |arata |zice |de \\w+ |[\"']){0,4}(?:nu se misca|nu s-a miscat|blocat|in (?:depozit|tranzit|vama|sortare|curs de livrare|bulgaria)|la (?:sortare|depozit|returnare|easybox|curier|posta)|retinut|nu exista in sistem|colet)",
    "(?:arata|scrie|zice|spune) [\"']",
    "(?:is|e|este|e') (?:the |my |il |la )?(?:tracking|awb|parcel number|numarul de urmarire|codice di tracciamento)",
    "(?:the tracking|awb-?(?:ul)?(?![a-z]))",
  ].join("|")})`,
);

/**
 * How much the words beside a code say that it is a parcel's: `named` when they call it so, `likely` when they say of it what only parcels
 * do.
 *
 * @param lead folded letters before it
 * @param rest folded letters after it
 */
export function parcelWordsBeside(lead: string, rest: string): "named" | "likely" | null {
  if (trackingBefore.test(lead)) return "named";
  return parcelBefore.test(lead) || stateAfter.test(rest) ? "likely" : null;
}
