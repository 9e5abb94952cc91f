import { readSentences } from './read-sentences.ts'

/**
 * Why something published as a vacancy may be no job: `course`: who comes pays for a training; `pool`: names are gathered, there is no job yet;
 * `unpaid`: no wage; `ownMoney`: one must bring money, or earns only what one sells.
 */
export type DoubtReason = 'course' | 'pool' | 'unpaid' | 'ownMoney'

/** A doubt with the words that raised it: they stand at `start` of the title or of the text. */
export interface Doubt {
  readonly reason: DoubtReason
  readonly where: 'title' | 'text'
  readonly start: number
  readonly words: string
}

/** In any sentence: they speak of this vacancy itself. */
const plain: readonly (readonly [DoubtReason, RegExp])[] = [
  [
    'course',
    /\b(?:je|jij|u) betaalt? (?:zelf )?(?:voor )?(?:de|deze|het|een) (?:\p{L}+ )?(?:opleiding|cursus|training|bootcamp|omscholing|traject)\b/giu,
  ],
  ['course', /\b(?:cursus|les|college|inschrijf)geld(?: bedraagt| is| van|:)? {0,2}(?:€|eur)/giu],
  [
    'course',
    /\b(?:opleiding|cursus|training|bootcamp|omscholing) kost (?:je |jou )?(?:€|eur|slechts|maar|\d)|\bkosten (?:van|voor) (?:de|deze|het) (?:opleiding|cursus|training|bootcamp|traject)(?: zijn| bedragen|:) {0,2}(?:€|eur|\d)/giu,
  ],
  [
    'course',
    /\bschrijf je (?:nu |vandaag |snel )?in voor (?:de|deze|onze) (?:\p{L}+[ -])?(?:opleiding|cursus|bootcamp|omscholing)\b/giu,
  ],
  [
    'course',
    /\btuition(?: fee)?s? (?:is|are|of|:) ?(?:€|eur|\d)|\bthe course costs (?:€|eur|\d)|\benrol{1,2} in (?:our|this) (?:course|bootcamp)\b/giu,
  ],
  [
    'pool',
    /\b(?:hebben (?:wij|we)|(?:wij|we) hebben|is er|zijn er) (?:op dit moment |momenteel |nu )?(?:nog )?geen (?:concrete |openstaande |actieve )?vacatures?\b(?! die)/giu,
  ],
  [
    'pool',
    /\bdit is (?:een )?(?:open sollicitatie|geen concrete vacature|een talentpool)\b|\bthis is (?:a|an) (?:talent pool|open application|speculative application|evergreen)\b/giu,
  ],
  [
    'pool',
    /\b(?:opnemen|komt|nemen (?:wij|we) je op|zetten (?:wij|we) je) in (?:onze|ons) (?:talentpool|kandidatenpool|kandidatenbestand|cv-?bestand|database|talentenpool)\b/giu,
  ],
  [
    'pool',
    /\b(?:we|there) (?:do not|don't|are no|have no) (?:currently )?(?:have )?(?:any )?(?:current |open |specific )?(?:vacanc(?:y|ies)|openings?)\b/giu,
  ],
  [
    'unpaid',
    /\bonbetaalde? (?:stage|functie|baan|werkervaringsplek|werkervaringsplaats|positie)\b|\bvrijwilligers(?:functie|vacature)\b|\bunpaid (?:internship|position|role|job)\b|\bvolunteer (?:position|role)\b/giu,
  ],
  [
    'unpaid',
    /\b(?:deze functie is|dit is|het betreft) (?:een )?(?:onbetaald(?!\p{L})|vrijwilligerswerk)|\bhier staat geen (?:salaris|vergoeding|betaling) tegenover\b/giu,
  ],
  [
    'ownMoney',
    /\b(?:een )?(?:eigen|minimale) (?:investering|inleg) (?:van|nodig|vereist)|\bstartkapitaal (?:van|nodig|vereist)|\bfranchise(?:nemer|ondernemer|formule|nemers)?\b/giu,
  ],
  [
    'ownMoney',
    /\b(?:(?:alleen|volledig|geheel|uitsluitend|100 ?%) (?:op )?(?:basis van )?(?:provisie|commissie)(?:basis)?|(?:provisie|commissie)basis zonder (?:vast )?salaris|commission[- ]only|100 ?% commission)\b/giu,
  ],
]

/** Names of what is no job. In a running text they may speak of something else (*not for you? join our talent pool*), so they count in a title only. */
const titles: readonly (readonly [DoubtReason, RegExp])[] = [
  [
    'pool',
    /\b(?:open sollicitatie|talent ?pool|talentenpool|talent (?:community|network)|kandidatenpool|open application|speculative application|future opportunit(?:y|ies)|spontaneous application)\b/giu,
  ],
  [
    'course',
    /^(?:online |gratis |free )?(?:cursus|bootcamp|course)(?=$|[\s:,(|–-])(?! *(?:manager|co[öo]rdinator|ontwikkelaar|adviseur|developer|coordinator|designer|lead|trainer|docent|specialist|planner))/giu,
  ],
  ['unpaid', /\b(?:vrijwilliger|vrijwilligerswerk|volunteer|onbetaalde stage|unpaid internship)s?\b/giu],
  ['ownMoney', /\bfranchise(?:nemer|ondernemer)s?\b/giu],
]

const denial = /\b(?:geen|niet|nooit|zonder|not|no|never|isn't)\b[^.!?]{0,40}$/i
/** How it is paid when the employer is the one who pays. */
const employerPays =
  /\b(?:vergoeden|vergoedt|betalen (?:wij|we)|(?:wij|we) betalen|op (?:onze|kosten van)|gratis|kosteloos|wij nemen|we (?:pay|cover|reimburse))\b/i
/** Of the franchise, not into it: an employee of one. */
const forFranchise = /\b(?:voor|van|onze|our|for|met|de|alle|the|with|ons) (?:\p{L}+ ){0,2}$/iu

/**
 * Why this may be no job, each reason once, with the first words that say so. Modest: what could speak of something else is left. Nothing is removed for
 * it; people are told. Linear in the text.
 */
export function readDoubts(title: string, text: string): Doubt[] {
  const found = new Map<DoubtReason, Doubt>()
  const add = (doubt: Doubt): void => {
    if (!found.has(doubt.reason)) found.set(doubt.reason, doubt)
  }
  for (const [reason, pattern] of titles) {
    for (const match of title.matchAll(pattern)) add({ reason, where: 'title', start: match.index, words: match[0] })
  }
  for (const sentence of readSentences(text)) {
    const said = text.slice(sentence.start, sentence.end)
    for (const [reason, pattern] of plain) {
      for (const match of said.matchAll(pattern)) {
        if (speaksOfElse(reason, said, match.index)) continue
        add({ reason, where: 'text', start: sentence.start + match.index, words: match[0] })
      }
    }
  }
  return [...found.values()]
}

function speaksOfElse(reason: DoubtReason, sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 80), at)
  if (denial.test(before)) return true
  if (reason === 'course') return employerPays.test(sentence)
  return reason === 'ownMoney' && /^franchise/i.test(sentence.slice(at)) && forFranchise.test(before)
}
