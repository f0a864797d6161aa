import { englishComplaints } from "./english-complaints.ts";
import { englishPhrases } from "./english-phrases.ts";
import { englishDates, englishItems } from "./english-words.ts";
import type { Lexicon } from "./lexicon.ts";

export const english: Lexicon = {
  language: "en",
  telling: /\b(?:the|my|and|is|was|have|has|with|not|you|your|it|i|please|for|this|that|but|order|been|thanks|hello|hi|received)\b/g,
  negation:
    /(?:\b(?:not|never|no|nor|without|neither)|n't)\s(?:(?:be|been|at all|even|really|actually|yet|want|need|a|an|the|to|looking for|asking for|any|is|was|it|in any way|look|seem)\s){0,3}$/,
  supposing:
    /\b(?:do you (?:sell|have|stock|ship|deliver|offer|accept|carry|make|take)|can i (?:pay|order|buy)|is (?:it|this|the [a-z -]{3,40}) (?:available|in stock|back in stock)|are (?:they|these|the [a-z -]{3,40}) (?:available|in stock)|in stock|thinking of (?:buying|ordering)|(?:interested in|considering) (?:buying|ordering)|before (?:i|ordering|buying)|how (?:much|long) (?:is|are|does|do|would)|if i (?:order|buy|wanted|return|don'?t)|what (?:if|happens if|is the|are the)|will (?:it|this|they) (?:fit|work)|would (?:it|this) (?:fit|work)|is (?:it|this) (?:suitable|compatible|safe|waterproof|possible to (?:pay|buy|order))|your (?:return policy|policy)|when will .{3,40} (?:be back|restock))\b/,
  items: englishItems,
  dates: englishDates,
  complaints: englishComplaints,
  fields: {
    name: /^(?:(?:full |my |customer |recipient )?name|recipient|ship to|customer)$/,
    problem: /^(?:problem|issue|what happened|complaint|defect|fault|what went wrong)$/,
    wantedOutcome: /^(?:(?:desired |preferred |requested )?(?:outcome|solution|resolution)|request|i want|wanted)$/,
    item: /^(?:items?|products?|articles?|product name)$/,
    size: /^size$/,
    color: /^colou?r$/,
    quantity: /^(?:quantity|qty|pieces)$/,
    returnReason: /^(?:(?:return )?reason(?: for (?:the )?return)?)$/,
    carrier: /^(?:courier|carrier|shipped with|shipping company)$/,
    pickupPoint: /^(?:pick-?up point|locker|parcel shop)$/,
    paymentMethod: /^(?:payment|payment method|paid with|paid by)$/,
    deliveryDate: /^(?:delivered(?: on)?|delivery date|received(?: on)?)$/,
    since: /^since$/,
    tried: /^(?:tried|already tried|what i tried)$/,
    shippingAddress: /^(?:(?:shipping |delivery |new |full |correct )?address)$/,
    language: /^language$/,
  },
  phrases: englishPhrases,
};
