import { type DateWords, type ItemWords, phrase, words } from "./lexicon.ts";

const number = "(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few|several)";
const weekday = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?";
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const dayPart = "(?: (?:morning|afternoon|evening|night|noon))?";

export const englishColor =
  "(?:(?:dark|light|navy|pale|bright|sky|royal|olive|forest|midnight|rose|baby|hot)[ -])?(?:black|white|red|blue|green|yellow|orange|purple|pink|brown|gr[ae]y|beige|cream|ivory|navy|turquoise|teal|gold(?:en)?|silver|burgundy|maroon|khaki|olive|mint|lilac|lavender|coral|mustard|charcoal|bordeaux)";

export const englishNumber = number;

export const englishDates: DateWords = {
  date:
    `(?:(?:last|this|next|past|early|late) (?:${weekday}${dayPart}|week(?:end)?|month|year|night)` +
    `|(?:the )?day before yesterday|yesterday${dayPart}|today|tonight|this (?:morning|afternoon|evening)|tomorrow` +
    `|${number} (?:business |working )?(?:days?|weeks?|months?|hours?) ago` +
    `|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:tue|wed|thu|fri|sat))\\b(?:,? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?| ${month} \\d{1,2}(?:st|nd|rd|th)?)?${dayPart}` +
    `|(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b(?:,? (?:19|20)\\d{2})?` +
    `|${month} (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b(?:,? (?:19|20)\\d{2})?` +
    `|the \\d{1,2}(?:st|nd|rd|th)\\b` +
    `|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}(?:[/.](?:20)?\\d{2})?(?![\\d/.]\\d)` +
    `|(?:the )?(?:beginning|end|start|middle) of (?:the |last |this )?(?:week|month|${month}))`,
  since: /\b(?:since|ever since|from|as of)\s{1,3}(?:about\s)?$/,
  span: phrase(
    `\\b(?:(?:for|since|after) (?:(?:about|around|over|more than|almost|nearly|the last|the past|at least|like|only|just) )?${number} (?:whole |full |business |working )?(?:days?|weeks?|months?|hours?)\\b(?: now| already)?|since (?:day one|the (?:very )?(?:first|beginning|start)(?: [a-z]+)?))`,
  ),
  delivered:
    /\b(?:arriv(?:e|ed|es|ing|al)|deliver(?:ed|y|ies|ing)?|came|come|received|got (?:it|the|my)|due|expected|promised|supposed to|should have|estimated|eta|turned up|threw|left it|left the|dropped|here by|was meant to|scheduled)\b/,
  happened:
    /\b(?:broke|broken|stopped|happened|noticed|started|began|start|cracked|failed|died|no (?:updates?|movement|news)|hasn'?t (?:moved|changed|updated)|stuck|waiting|shattered|jammed|snapped|leaked|exploded|tripped|smell[s]?|smelt|squeak[s]?|gone|lost|keeps|flicker(?:s|ing|ed)?|rattl(?:es|ing)|crashed|tore|split|peeling|not work(?:ing)?|leak(?:s|ing)?|fell|fall|opened|discovered|found out|charged|problem|issue)\b/,
  other:
    /\b(?:order(?:ed)?|bought|purchased|placed|paid|invoice|born|birthday|holiday|travel(?:l?ing)?|leave|away|party|wedding|call(?:ed)? (?:you|me)?|wrote|emailed|spoke|need (?:it|them|this)|going)\b/,
};

export const englishItems: ItemWords = {
  order: "before",
  noun: words(`
    (?:coffee|tea|travel)?mugs? cups? teapots? kettles? lamps? lampshades?  bulbs? candles? vases? plates? bowls? glass(?:es)? pans? pots? knives knife forks? spoons? cutlery
    (?:wine)?glass(?:es)? bottles? flasks? thermos jars? trays? baskets? pillows? pillowcases? cushions? duvets? blankets? sheets? towels? bedding curtains? rugs? carpets?  doormats?
    chairs? armchairs? tables? desks? sofas? stools? bench(?:es)? shel(?:f|ves) bookcases? bookshel(?:f|ves) cabinets? wardrobes? drawers? mirrors?  clocks? watch(?:es)? smartwatch(?:es)?
    shirts? t-?shirts? tshirts? tees? blouses?  dress(?:es)? skirts? trousers pants jeans leggings shorts hoodies? sweaters? jumpers? cardigans? jackets? coats? raincoats? parkas? vests?  pyjamas pajamas socks? tights gloves? scar(?:f|ves) hats?  beanies? belts?  swimsuits? bikinis? bras? underwear boxers robes? bathrobes?
    shoes? boots? trainers sneakers sandals? slippers heels loafers flip-?flops wellies
    bags? handbags? backpacks? rucksacks? wallets? purses? suitcases? luggage umbrellas? sunglasses necklaces? bracelets? earrings?  pendants? jewell?ery
     smartphones?  chargers? cables? headphones? headsets? earphones? earbuds? speakers? keyboards?   monitors? laptops? tablets? cameras? tripods? printers? routers?  powerbanks? adapters? adaptors? projectors? consoles? controllers? drones? televisions? tv
    blenders? mixers? toasters? grinders? juicers? fryers? airfryers? ovens? microwaves? fridges? vacuums? hoovers?  dryers? hairdryers? straighteners? shavers? trimmers? toothbrush(?:es)?  heaters?  humidifiers? purifiers? 
    books? notebooks?  journals? pens? pencils? posters?  paintings? puzzles? toys? dolls? teddys?  figures? trains? bikes? bicycles? scooters? helmets? skates? rackets?  dumbbells?  tents? sleeping-?bags? hammocks? grills? barbecues? parasols? planters?  flowers? bouquets?  hoses?
    creams? serums? shampoos? conditioners? perfumes? lotions? soaps? lipsticks? mascaras? makeup palettes?   coffees? chocolates? wines? honey jams? supplements? vitamins? biscuits? cookies? hampers?
    strollers? prams? cots? cribs? high-?chairs? car-?seats? nappies diapers  leash(?:es)?  kennels? aquariums?  drills? screwdrivers? hammers?  ladders? toolbox(?:es)?  faucets? showerheads?    lunchbox(?:es)?    organi[sz]ers?       garlands? wreaths? ornaments? mattress(?:es)?   aprons? napkins? tablecloths? coasters? decanters? corkscrews? teddy bears? diffusers? microphones? nightstands? dressers?
    hobs? stoves? cooktops? bunkbeds? sofabeds? footrests? recliners? loungers? benches hutch(?:es)? chandeliers? sconces? candelabras? doorbells? bathmats? bathtubs? toilets? kayaks? paddleboards? treadmills? kettlebells? barbells? cardigans? corsets? kimonos? kilts? wellingtons plimsolls crocs briefcases? passport-?holders? keyrings? keychains? lockets? tiaras? toolkits? sanders? jigsaws? chainsaws? generators? compressors? hedgetrimmers? strimmers? secateurs? shovels? rakes? greenhouses? sheds? gazebos? dehydrators? steamers? waffle-?makers? soda-?makers? slow-?cookers? bread-?makers? percolators? cafetieres? teasets? dinnerware crockery tumblers? goblets? mixers? stockings? rompers? sleepsuits? blazers? waistcoats? tuxedos? suits pantsuits? jumpsuits? playsuits? overcoats? anoraks? fleeces? snoods? bandanas? berets? visors? goggles? snorkels? wetsuits? yoga-?mats? dumb-?bells? puzzles? jigsaw lego boardgames? playmats? carrycots? pushchairs? buggies buggy monitors? printers? cartridges? toners? modems? ssds? pendrives? memory-?cards? keyboards? mousepads? stylus(?:es)?
    lanterns? freezers? dishwashers? cookers? trackers? trampolines? swings? pools? tiles? wallpapers? paints? brush(?:es)? wheelbarrows? mowers? lawnmowers? sprinklers? feeders? crates? harness(?:es)? guitars? ukuleles? violins? pianos? drums? turntables? vinyls? ponchos? shawls? cufflinks? brooch(?:es)? anklets? beds? bedframes? bunkbeds? ottomans? pouffes? footstools? sideboards? headboards? whisks? sieves? colanders? ladles? spatulas? peelers? casseroles? woks? skillets? saucepans? jugs? carafes? pitchers? graters? coffeemakers? torch(?:es)? flashlights? thermometers? sweatshirts? bodysuits? onesies? overalls? dungarees tunics? polos? turtlenecks? gilets? mittens? earmuffs? espadrilles? clogs? moccasins? satchels? totes? pouch(?:es)? lunchbox(?:es)? dehumidifiers? radiators? extractors? webcams? soundbars? earpads? smartbands? e-?readers? calculators? diaries diary easels? canvas(?:es)? candlesticks? incense sculptures? statues? figurines? globes? tapestr(?:y|ies) blinds? mirrors? washers?`),
  weak: words(`
    lights? rings? saws? fans? cards? covers? kits? sets? stands? holders? boards? cases? phones? mobiles? tops? ties? tools? mouse mice irons? scales? weights? balls? hooks? racks? frames? machines? caps? teas? oils? plants? games? taps? throws? containers? bundles? stickers? batter(?:y|ies) collars? seeds? mats? reels? protectors? pots? packs? boxes? bowls? chairs? suits? bibs? toppers? sticks? pads? mounts? straps? units? systems? trees? makers? dispensers? warmers? rollers? tins? cloths? bands? players? cleaners? curtains? poles? pumps? nets? presses? hangers?`),
  time: words(
    `today yesterday tomorrow ago hours? days? weeks? months? years? minutes? monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december morning evening night last twice once`,
  ),
  color: new RegExp(`\\b${englishColor}\\b`),
  count: /(?<![a-z0-9.,/])(?<!the\s)(two|three|four|five|six|seven|eight|nine|ten|a dozen|[2-9]|[1-9]\d)(?:\sx)?\s$/,
  owned: /\b(?:my|ordered|bought|received|order|i got|arrived|came|parcel|mine|return|exchange|swap)\b/,
  replaced: /^\s{1,2}(?:instead of|in place of|rather than)\s(?!one\b|an?\sone|\d|two|three|four|five|six)/,
  modifier: words(`
    black white red blue green yellow orange purple pink brown gr[ae]y beige cream ivory navy turquoise teal gold golden silver burgundy khaki olive mint lilac dark light
    ceramic porcelain glass wooden wood oak pine bamboo metal steel stainless iron brass copper leather suede cotton linen wool woollen woolen silk velvet denim plastic rubber marble stone crystal paper wicker rattan
    small large big medium mini double single king queen electric wireless bluetooth portable folding foldable waterproof running winter summer kids baby mens womens ladies men's women's kid's children's garden kitchen bathroom bedside floor table desk wall ceiling outdoor indoor vintage handmade round square striped floral knitted coffee tea wine travel phone usb led gaming yoga camping hiking ski baking frying picture photo shower bath dinner dining sleeping water hot office night coat rain face hand body hair pet dog cat board christmas birthday tea-?light`),
  stop: words(`
    s t ll ve re d m a an the this that these those my your our his her their its it i you we they he she me us them one ones two three four five six seven eight nine ten \\d{1,} first second third last next other another same new old whole entire only just also even still both all some any no each every wrong right correct original missing broken damaged cracked smashed shattered scratched torn faulty defective chipped bent stained dirty crushed dented replacement spare
    x fresh cannot dishwasher-safe
    of for with without in on at to from by about as into and or but so because if when while than then that which who what where how
    is are was were be been being am has have had having do does did don't doesn't didn't can could will would should shall may might must isn't wasn't aren't hasn't haven't
    ordered order orders bought buy purchased purchase received receive got get getting sent send sending shipped ship want wanted wants need needed like return returning returned exchange exchanging swap replace refund cancel keep keeping give gave given use used using wear wearing try tried say says said see saw find found open opened arrived arrive came come comes broke break stopped works work working fits fit looks look feel feels please thanks thank hi hello dear not never nothing very really too quite so now today yesterday already again there here yes well beautiful lovely nice great gorgeous such kind pair pairs piece pieces couple few several many much lot lots bunch size colour color item items product products parcel package expecting waiting instead love loved including plus brand contains contained inside is it's i've i'm`),
  generic: words(
    `orders? parcels? packages? items? products? things? stuff goods delivery deliveries shipments? refunds? replacements? money courier drivers? box(?:es)? label  invoices? receipts? emails? mails? messages? numbers? tracking status updates? news info information details? address one ones it purchase purchases account website site shop store page link problem issue question help answer reply someone something anything everything nothing size colour color card payment pictures? photos? pics? lid handle zip zipper screen button part parts bit bits lot way time day week month money voucher code discount price return returns exchange gift present confirmation customer service team neighbou?rs? door house home work office phone call thanks quality packaging pair same other reason name kids husband wife son daughter dog cat mum mom dad sister brother friend neighbor neighbour strap sole heel seam leg wheel rim spout hinge switch plug door glass card bank someone window fridge-door bell phone number gate battery cap pump left right`,
  ),
  joiner: words("of"),
  frames: [
    phrase(
      "\\b(?:ordered|bought|purchased|i'?ve ordered|to return|return|returning|exchange|to exchange|send back|sending back|instead of) (?:(?:a|an|the|my|this|these|those|that|your|one|two|three|some|\\d{1,2}) )(?:pairs? of |sets? of |new )?(?<v>[a-z][a-z' -]{2,60})",
    ),
    phrase(
      "\\b(?:my|the|this|these) (?<v>[a-z][a-z'-]{2,24}(?: [a-z][a-z'-]{2,24}){0,3}?) (?:i|we) (?:ordered|bought|purchased|received|got)\\b",
    ),
    phrase(
      "\\b(?:my|the|this|these) (?<v>[a-z][a-z'-]{2,24}(?: [a-z][a-z'-]{2,24}){0,2}?) (?:(?:has |have |just |had )?(?:bubbled|leaks|crackles|leaked|shrank|faded|peeled)|(?:has |have |just |had )?(?:arrived|came|broke|stopped|turned up|fell apart)|doesn'?t (?:work|fit|turn|charge|hold)|don'?t (?:work|fit))\\b",
    ),
  ],
};
