import type { CheckedText, Span } from '../check.ts'
import { matchesIn } from './marks.ts'
import { begin, end, hyphen, oneOf, space } from './pattern-parts.ts'

/** The words with which texts ask for a diploma or for a level of schooling. */

const degree = oneOf(
  'v?mbo',
  'hbo',
  'wo',
  'havo',
  'vwo',
  'universitaire?',
  'academische?',
  `bachelor(?:['’]?s)?`,
  `master(?:['’]?s)?`,
  'university',
  'academic',
  'college',
  'ph\\.?d',
  'b\\.?sc',
  'm\\.?sc',
)
const level = String.raw`${degree}(?:[ ]?\\?-?[1-4](?!\d))?(?:\\?\+)?`
const levels = String.raw`${level}(?:${hyphen}(?:${space}?(?:/|,|en\/of|en of|of|or|and\/or|and|tot)${space}?)${level}){0,3}`
const asked = oneOf(
  String.raw`(?:werk|denk)${hyphen}(?:[ ]?(?:en|\/|&)[ ]?)?${hyphen}(?:denk|werk)?niveau`,
  'denkniveau',
  'werkniveau',
  'niveau',
  'opleidingsniveau',
  'opleiding(?:en)?',
  'diploma',
  'studie',
  'graad',
  'achtergrond',
  'getuigschrift',
  'titel',
  'degree',
  'diploma',
  'level',
  'education',
  'qualification',
  'background',
)
const qualities = `(?:(?:een|minimaal|minstens|minimum|afgeronde?|relevante?|voltooide?|succesvol|behaalde?|technische?|erkende|gevolgde|analytische|beta|a|an|completed|relevant|finished|minimum|technical|recognised|recognized|at least|ten minste|tenminste)${space}){0,5}`
/** `hbo werk- en denkniveau`, `een afgeronde hbo-opleiding`, `a Bachelor's degree`. */
const byLevel = `${qualities}${levels}${hyphen}${space}?(?:(?:afgeronde|relevante|technische|or higher|of hoger)${space})?${asked}`
/** `een opleiding op hbo-niveau`, `een diploma op mbo 4-niveau`. */
const onLevel = `${qualities}(?:opleiding|diploma|studie|degree)${space}(?:(?:op|van|at|of)${space}(?:minimaal${space})?)?${levels}(?:${hyphen}niveau(?:${space}[1-4](?:${space}(?:of|en|or)${space}[1-4])?)?|${space}level)?`
/** `afgeronde opleiding Informatica`, `een diploma in informatica`, `degree in Computer Science`. */
const finished = String.raw`(?:een${space})?(?:afgeronde|voltooide|a completed|completed)${space}(?:(?:relevante|technische|ict-?|it-?|relevant)${space}?)?(?:opleiding|studie|degree)|(?:a${space})?(?:relevant${space})?degree(?=${space}in${end})|(?:(?:een|an?)${space})?(?:bachelor|master|ph\.?d|b\.?sc|m\.?sc)(?:['’]?s)?(?:${space}?(?:of|or|\/)${space}?(?:a${space})?(?:bachelor|master|m\.?sc)(?:['’]?s)?)?(?:${space}of science|(?=${space}in${end}))`
/** `een afgeronde HBO Informatica opleiding`, `opleiding: hbo`, `WO Master`. */
const named = String.raw`${qualities}${levels}${space}(?:(?!(?:en|een|of|met|de|het|je|or|and|with|the|a|bij|op|in|voor)${end})[\p{L}&-]{2,20}${space}){1,3}(?:opleiding|studie|diploma|degree|afgerond)|(?<=(?:opleiding|opleidingsniveau|education)${space}?:${space})${levels}|(?:hbo|wo)[ -](?:bachelor|master)`
/** `Je bent hbo'er`. */
const person = `(?=hbo|wo|mbo)(?<=(?:bent|zoeken|zoekt)${space}(?:(?:een|wij|we)${space}){0,2})(?:hbo|wo|mbo)['’]?er`
const demand = new RegExp(`${begin}(?:${onLevel}|${byLevel}|${finished}|${named}|${person})${end}`, 'giu')

/** Where the name of a study ends. */
const studyEnds = String.raw`(?=$|[.;:!?\n]|(?<=\p{Ll})\p{Lu}\p{Ll}|,? (?:en|and) (?:je|minimaal|minstens|ervaring|kennis|hebt|bent|een|at least|you|have|has|bring|are|can|experience|\d)|,? (?:met|with|bij voorkeur|preferably|aangevuld|ben|heb|hebt|heeft|is|zijn|wordt|are|required|preferred|ervaring|vereist|afgerond|gevolgd|behaald|voltooid|minimaal|en minimaal)(?!\p{L})|,? (?:of|or|en\/of|dan wel) (?:(?:je|you|hebt|have|een|door|an?|aantoonbare|relevante|relevant|equivalent|vergelijkbare|gelijkwaardige|ruime|work) ){0,4}(?:werk)?(?:ervaring|experience|achtergrond))`
/** A word of the name of a study; what begins the next field or demand is none. */
const studyName = String.raw`(?!(?:Locatie|Standplaats|Salaris|Uren|Voertaal|Solliciteer|Werkervaring|Minimaal|Je|Jij|Ervaring|Kennis|Goede|Vloeiend|Uitstekende|Experience|Minimum|Bij|Met|Sterke?|Analytische?|Affiniteit|Aantoonbare|Ruime|Strong|Excellent|Fluent|Good|Proven|Hands|Knowledge|Ability|Understanding|HBO|WO|MBO)${end})\p{Lu}\p{Ll}?(?:\p{L}(?<!\p{Ll}\p{Lu})|[&-]){0,29}`
/** What was studied: `Informatica`, `in de richting van ICT, wiskunde of econometrie`. */
const study = new RegExp(
  String.raw`^(?:,?${space}(?:(?:in|binnen|richting|of(?=${space}\p{Lu})|zoals|bijvoorbeeld|such as|op het gebied van)${end}(?:[^.;:!?\n()]|\([^()\n]{1,40}\)){2,220}?${studyEnds}|(?:${studyName}${space}?){1,4}(?:(?:,${space}?|${space}?(?:of|or)${space})${studyName}(?:${space}${studyName}){0,2}){0,3}))?(?:,?${space}?(?:of|or)${space}(?:(?:een|a|an)${space})?(?:vergelijkbaar|vergelijkbare?(?! (?:\p{L}+ )?ervaring)|gelijkwaardige?(?! (?:door|ervaring))|soortgelijke?|hoger|similar|equivalent|comparable|related)(?!\p{L})(?:${space}(?:niveau|opleiding|studie|richting|field|degree))?)?`,
  'u',
)
/** `(Master in Econometrie)`, `(HBO/WO)` behind a level says it again. */
const again = new RegExp(String.raw`^[ ]?\((?=[^()\n]{0,60}${begin}${degree}${end})[^()\n]{1,160}\)`, 'iu')

/** Where a text names a diploma or level, with what was studied. */
export function diplomaPlacesOf({ text }: CheckedText): Span[] {
  const found: Span[] = []
  let end = 0
  for (const match of matchesIn(text, demand)) {
    if (match.index < end) continue
    const words = match[0].length
    const studied = study.exec(text.slice(match.index + words, match.index + words + 160))?.[0].trimEnd().length ?? 0
    end = match.index + words + studied
    end += again.exec(text.slice(end, end + 170))?.[0].length ?? 0
    found.push({ start: match.index, end })
  }
  return found
}
