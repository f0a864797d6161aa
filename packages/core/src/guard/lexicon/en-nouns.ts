import type { Lexicon } from "./lexicon.ts";

const det = "(?:your|ur|the|an?|any|which|what|correct|right|exact|full|complete|current|new|this person's|his|her|their|both)";
const order = "(?:orders?|purchase|ordr)(?:'?s)?";
const number = "(?:numbers?|numb|num|nos?|nrs?|nbr|id|ids|refs?|reference(?: number)?|code|#|№)";
const goods =
  "(?:items?|products?|articles?|goods|pieces?|units?|device|gadget|mugs?|cups?|shoes?|shirt|t-shirt|dress|jacket|lamp|vase|bowl|plate|chair|table|bag|phone case|set|glass|bottle)";
const trouble = "(?:problem|issue|trouble|fault|defect|matter|error|malfunction|complaint)";

/** What things are called in English. */
export const englishNouns: Pick<Lexicon, "nouns" | "shortNouns" | "bareNumber" | "photo"> = {
  nouns: {
    orderNumber: [
      `${order}[ -]?(?:confirmation )?(?:reference )?${number}\\.?`,
      `${order} ?#`,
      `${number}\\.? (?:of|for|on|from) (?:${det} )?(?:\\w{1,12} )?(?:order|purchase)`,
      "(?:order )?confirmation (?:number|code|no)",
      `(?:${det}) (?:order|purchase) (?:reference|ref)`,
      "(?:your|the) reference(?: number| no)",
      "order details",
    ],
    quantity: [
      "(?:the |what |exact )?quantity",
      "number of (?:items|pieces|units|products|mugs|articles)",
      "how many (?:items|pieces|units|of (?:them|those|these))",
    ],
    trackingNumber: [
      `(?:tracking|awb|waybill|consignment|shipment|parcel|package|track(?:ing)? (?:and|&) trace)[ -]?${number}\\.?`,
      "(?:your|the|an|which|what) awb",
      "tracking (?:info|information|details)",
      `${number} (?:of|for|on) (?:the|your) (?:parcel|package|shipment)`,
    ],
    carrier: [
      "(?:name of )?(?:the |which |what )(?:courier|carrier|delivery|shipping) (?:company|service|firm)?(?: name)?",
      "courier's name",
      "(?:which|what) (?:courier|carrier)",
      "name of the (?:courier|carrier)",
    ],
    email: [
      "e?-?mail ?(?:address|adress|addr|id)s?",
      `(?:${det}|which|what) e-?mails?(?: ?(?:address|addr)(?:es)?)?(?: (?:you|that|used|associated|linked|registered|on|account))?(?! (?:from|about|confirmation|with|and attach))`,
      "e-?mail (?:you used|you ordered|linked|associated|registered|used)",
      "address you (?:registered|signed up) with",
    ],
    phone: [
      "(?:tele)?phone (?:numbers?|no\\.?|nr\\.?|num|#)",
      "(?:mobile|cell|contact|telephone|tel|callback|daytime|cellphone|whats ?app) (?:phone )?(?:numbers?|no\\.?|nr\\.?)",
      "(?:your|a|the|which|what) (?:mobile|cell ?phone|telephone|phone)(?: (?:numbers?|no\\.?|nr\\.?))?(?! (?:case|cover|is|was|charger|screen))",
      "number (?:(?:that )?(?:we|i|the (?:courier|driver)) (?:can|could|may) (?:call|reach|ring|contact)(?: you)?(?: on| at)?)",
      "number (?:where |on which |at which |that |under which |to )?(?:(?:we|i|the (?:courier|driver)|they) (?:can|could|may) )?(?:be )?(?:reach|call|contact|ring)(?:ed)?",
    ],
    name: [
      "(?:full|first|last|complete|your|customer|account holder|correct|both|billing|recipient) ?names?",
      "name (?:and (?:surname|last name)|on (?:the|your) (?:order|account|parcel)|(?:used|given) (?:for|on|with|when)|of the (?:account holder|customer|buyer|recipient)|(?:the|your) order (?:was|is) (?:under|in|placed)|(?:under|in) which|you (?:used|ordered|gave|placed))",
      "surname",
      "the name(?! of)",
    ],
    shippingAddress: [
      "(?:delivery|shipping|postal|mailing|home|full|complete|exact|correct|street|destination|new|ship-?to|your|current|recipient(?:'s)?|new delivery|whole) (?:delivery |shipping |street |postal |home )?(?:address|adress|addr)(?:es)?",
      `(?:${det}|which|what) (?<!mail )(?:address|adress)`,
      "(?<!mail )address (?:where|to which|you|for (?:the )?(?:delivery|shipping|replacement)|on (?:the|your) order|again|in full)",
      "(?:delivery|shipping) details",
      "street (?:name|and (?:the )?(?:house )?number|address)",
    ],
    postcode: ["(?:your|the|a)? ?post(?:al)? ?-?codes?", "zip(?:[ -]?codes?)?", "cap code"],
    problem: [
      `(?:the|your|this|what|which|exact) (?:exact )?(?:kind of )?${trouble}(?! (?:with the (?:courier|carrier)))`,
      `description of (?:the|your|what)(?: ${trouble})?`,
      `(?:nature|kind|type) of (?:the|your|this)? ?${trouble}`,
      "more about what (?:happened|went wrong)",
      "what (?:exactly )?(?:happened|is wrong|went wrong|'s wrong|the (?:problem|issue|matter) is|seems to be)",
      "details (?:of|about) (?:the|your|what) (?:problem|issue|defect|fault|happened|complaint)",
    ],
    since: [
      "(?:date|day) (?:when |on which )?(?:it|the problem|the issue|this) (?:first )?(?:started|happened|began|occurred|appeared)",
      "when (?:exactly )?(?:it|this|the (?:problem|issue|fault|defect|noise)) (?:first )?(?:started|happened|began|occurred|appeared|stopped|broke)",
      "since when",
      "how long (?:it|this|the (?:problem|issue)) (?:has|have)",
    ],
    damageExtent: [
      "extent of (?:the )?damage",
      "(?:the|your) damage(?! (?:photo|was caused|claim|happened))",
      "how (?:bad|badly|serious|severe|extensive|big|large) (?:the (?:damage|crack|break|scratch|tear|dent|stain)|it is|it's|is it)",
      "(?:size|extent) of the (?:crack|scratch|dent|tear|stain|chip|hole)",
      "(?:which|what) (?:parts?|pieces?) (?:is|are|was|were|exactly|got)(?: \\w{1,10})? (?:damaged|broken|cracked|affected|missing|scratched)",
    ],
    tried: [
      "what (?:you(?:'ve| have)?|have you) (?:already )?tried",
      "(?:which|what|any|the|troubleshooting) (?:troubleshooting )?steps (?:you(?:'ve| have)?|have you)? ?(?:already )?(?:tried|taken|done|followed)?",
      "what (?:you have|you've) (?:already )?done (?:so far|to)",
    ],
    wantedOutcome: [
      "(?:preferred|desired|your) (?:solution|outcome|resolution|option|preference|choice)",
      "(?:which|what) (?:solution|outcome|resolution|option) (?:you|do you|would you)(?:'d| would)? ?(?:prefer|like|want)",
      "(?:whether|if) you(?:'d| would)? (?:like|prefer|want|rather)(?: to (?:have|get|receive))?.{0,40}(?:refund|replacement|money back|exchange|repair|credit|voucher).{0,30} or",
      "what you(?:'d| would)? (?:like|prefer|want)(?: us)? to (?:do|happen)",
      "how you(?:'d| would)? (?:like|prefer|want) (?:us )?to (?:proceed|resolve|solve|handle|settle|fix)",
      "what you(?:'d| would) (?:like|prefer)(?: instead)?",
    ],
    deliveryDate: [
      "(?:delivery|arrival|expected|promised|estimated delivery) (?:date|day)",
      "(?:date|day) (?:of (?:the )?(?:delivery|arrival|receipt)|(?:when |on which )?(?:it|you|the (?:parcel|package|order|item|delivery)) (?:was |were |actually )?(?:arrived|delivered|received|got|came|promised|told|supposed))",
      "when (?:exactly )?(?:it|the (?:parcel|package|order|item|delivery|box)|your (?:parcel|package|order|delivery)) (?:was |actually |should have )?(?:arrived|delivered|came|been delivered)",
      "when you (?:received|got) (?:it|the|your)",
    ],
    invoiceData: [
      "(?:invoice|invoicing|billing|company|fiscal|tax) (?:details|data|information|info|address|name|particulars)",
      `(?:vat|tax|company|company registration|registration|fiscal)(?: identification)? ${number}\\.?`,
      "name of (?:your|the) company",
      "(?:details|data|information) for (?:the|your) invoice",
    ],
    size: [
      "(?:your|the|what|which|right|correct|desired|exact|shoe|ring|clothing|new) (?:exact |correct |right |desired |preferred |shoe |ring )?sizes?(?! (?:guide|chart|table|of the (?:crack|scratch|dent|hole|file|photo)))",
      "size (?:you|that you|needed|required|wanted)",
    ],
    color: [
      "(?:your|the|what|which|right|correct|desired|exact|new) (?:exact |correct |right |desired |preferred )?colou?rs?",
      "colou?r (?:you|that you|needed|required|wanted|option|variant)",
    ],
    returnReason: [
      "reasons? (?:for|of|behind|why) (?:the |your |you(?:'re| are| want| would)?|this )?(?:return|returning|sending|wanting|decision|want)?",
      "return reason",
      "why you(?:'d| would|'re| are)? (?:like|want|wish|need|returning|sending|decided)(?: to)?(?: (?:return|send|exchange))?(?: (?:it|the|this))?",
    ],
    paymentMethod: [
      "(?:payment|paying) (?:method|type|option|mode)",
      "(?:method|mode|form|type) of payment",
      "how (?:you|the order|it) (?:paid|was paid|have paid|'ve paid)",
      "payment details",
    ],
    language: [
      "(?:your |the |which |what )?(?:preferred|favou?rite) language",
      "(?:which|what) language",
      "language (?:you|of (?:your )?(?:choice|preference)|preference)",
    ],
    pickupPoint: [
      "(?:your|the|which|what|preferred|chosen|exact|name of the|a) (?:\\w{1,12} )?(?:lockers?|parcel ?(?:shop|locker|point)|pick-?up (?:point|location|place|spot)|collection (?:point|place)|easybox|drop-?off point)",
      "(?:locker|pick-?up point|easybox)(?:'s)? (?:name|address|location|id)",
    ],
    giftRecipient: [
      "(?:the |gift )?(?:recipient|receiver)(?:'s)? (?:full )?(?:name|details)?",
      "name of the (?:gift )?(?:recipient|receiver|person (?:receiving|who))",
      "who (?:the (?:gift|present|parcel|order) is|it is|it's) for",
      "person (?:you're|you are) (?:giving|sending) it to",
    ],
    item: [
      `(?:which|what) (?:of (?:the|your) )?${goods}(?! (?:would you|do you) (?:prefer|recommend))`,
      "(?:product|item|article|model) (?:name|code|number|title|reference|no\\.?|nr\\.?|sku)s?",
      `(?:the )?(?:name|model|sku|code|title|description)s? of (?:the|your|each|every) (?:${goods}|\\w{1,12} item)`,
      "what (?:you(?:'ve| have)?|it was that you) (?:ordered|bought|purchased)",
      "exact (?:product|item|model|article)",
      "sku",
      `(?:the )?(?:affected|damaged|broken|missing|wrong|faulty|defective) (?:item|product|article)(?:'s)? (?:name|code)`,
    ],
  },
  shortNouns: {
    email: ["e-?mails?", "mail"],
    phone: ["(?:tele)?phone", "tel\\.?", "mobile", "cell"],
    name: ["names?(?! of)"],
    shippingAddress: ["(?<!mail )address", "street"],
    size: ["sizes?"],
    color: ["colou?rs?"],
    item: ["items?", "products?", "article", "model"],
    quantity: ["qty"],
    carrier: ["courier", "carrier"],
    problem: ["(?<!no )problem", "issue", "defect", "fault"],
    deliveryDate: ["date"],
    orderNumber: ["order"],
    trackingNumber: ["awb", "tracking"],
    invoiceData: ["vat"],
    pickupPoint: ["locker", "pick-?up point"],
    wantedOutcome: [
      "refund or (?:a )?(?:replacement|exchange|new one)",
      "(?:replacement|exchange|new one|repair) or (?:a )?(?:refund|money back|store credit)",
    ],
    language: ["language"],
    paymentMethod: ["payment"],
    returnReason: ["reason"],
    damageExtent: ["damage"],
  },
  bareNumber: [
    "(?:the|your|ur|that|a|any|no) (?:\\w{1,8} )?(?:numbers?|nr\\.?|no\\.)(?! (?:of|one|for|to|on|at|where))",
    "(?:what|which) number (?:is|was) (?:it|that)",
  ],
  photo: {
    noun: [
      "(?:photo(?:graph)?s?|pictures?|pics?|images?|snaps?|snapshots?|screenshots?|videos?|shots?)(?! (?:you|we|that you) (?:sent|have|received|attached|got|shared))",
    ],
    packaging: [
      "packag(?:ing|ings|e|es)",
      "packing",
      "box(?:es)?",
      "carton",
      "wrapping",
      "parcel",
      "envelope",
      "outer",
      "padding",
      "bubble wrap",
    ],
    label: ["labels?", "waybill", "sticker", "awb", "barcode"],
    item: [
      `${goods}`,
      "damage[ds]?",
      "crack(?:s|ed)?",
      "defects?",
      "inside",
      "contents?",
      "broken \\w{1,12}",
      "fault",
      "scratch(?:es)?",
      "problem",
    ],
  },
};
