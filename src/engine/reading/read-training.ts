import type { TrainingKind, TrainingOffered } from './facts.ts'
import { around, type Piece } from './piece.ts'

const patterns: readonly (readonly [TrainingKind, RegExp])[] = [
  [
    'budget',
    /(?<!\p{L})(?:(?:persoonlijke? |eigen |ruime? |individueel |jaarlijks )?(?:opleidings|ontwikkel(?:ings)?|studie|scholings|trainings?|leer|loopbaan|employability|inzetbaarheids)-?(?:budget|kostenregeling|kostenvergoeding)|(?:personal )?(?:training|learning|education|development|study)(?: and development| & development)? (?:budget|allowance)|budget voor (?:je |jouw |professionele |persoonlijke |een )?(?:opleiding(?:en)?|training(?:en)?|ontwikkeling|scholing|cursus(?:sen)?)|budget for (?:training|learning|development|courses|conferences)|(?:budget|bedrag) van € ?[\d.,]{1,9}(?:,-)? voor (?:opleiding|training|scholing|ontwikkeling|cursus)\p{L}*)(?!\p{L})/giu,
  ],
  [
    'taught',
    /(?<!\p{L})(?:(?:wij|we) leren (?:je|jou|het je)|(?:dat |die |dit )?leren (?:wij|we) (?:je|jou)|(?:wij|we) leiden (?:je|jou) (?:intern |zelf )?op|(?:wij|we) (?:trainen|omscholen) (?:je|jou)|je (?:leert|krijgt) (?:bij ons|van ons) (?:het vak|een (?:interne )?opleiding)|je wordt (?:door ons |intern |volledig )?opgeleid|intern(?:e)? (?:opleiding(?:en)?|opgeleid)|inwerk(?:programma|traject|periode)|(?:we|we'll|we will) (?:teach|train) you|on-the-job training|(?:we provide|you receive|you will receive) (?:full )?training|training on the job|omscholings?traject|onboarding[- ]?(?:programma|program(?:me)?|traject))(?!\p{L})/giu,
  ],
  [
    'certificate',
    /(?<!\p{L})(?:(?:certificaten|certificeringen|certificering|certificaat|certifications?|certificates?)(?: te| om| kunt| kan| en| je| kunnen| mag){0,3} (?:behalen|halen|behaalt|haalt|vergoed|betaald|volgen)|(?:behaal|haal) (?:je |jouw )?(?:\p{L}+ )?certific\p{L}+|(?:get|become|getting) certified|(?:obtain|gain|earn|achieve) (?:\p{L}+ ){0,2}certific\p{L}+|certificeringstraject(?:en)?|(?:wij|we) (?:betalen|vergoeden) (?:je |jouw )?certific\p{L}+)(?!\p{L})/giu,
  ],
  [
    'courses',
    /(?<!\p{L})(?:opleidings-? ?en (?:ontwikkel|door)\p{L}*mogelijkheden|(?:opleidings|ontwikkel(?:ings)?|leer|scholings|studie|trainings?)mogelijkheden|mogelijkhe(?:id|den) (?:om|tot|voor) (?:het volgen van )?(?:een )?(?:opleiding(?:en)?|training(?:en)?|cursus(?:sen)?|scholing)(?: te volgen)?|(?:opleidingen|trainingen|cursussen)(?: en (?:opleidingen|trainingen|cursussen|workshops|certificeringen))? (?:te volgen|volgen|volgt|aanbod)|(?:opleidings|trainings|cursus)aanbod|training (?:and|&) development(?: opportunities)?|(?:learning|training|development) opportunities|(?:eigen |our own |own )(?:\p{L}+ )?academy|access to (?:\p{L}+ )?(?:training|courses|e-learning)\p{L}*|(?:onbeperkt |gratis )?toegang tot (?:\p{L}+ ){0,2}(?:trainingen|cursussen|e-?learnings?|opleidingen))(?!\p{L})/giu,
  ],
]
const amountNear =
  /^\s{0,2}(?:\(?(?:van |of |t\.?w\.?v\.? |ter waarde van |worth )?(?:maximaal |tot |up to |max\.? )?)?€\s?(\d{1,3}(?:[.,]\d{3})?)(?!\d)/i
/** `dan leren we je graag kennen`. */
const getToKnow = /^\s(?:\p{L}+\s){0,2}(?:beter |nader )?kennen/u
const amountBefore = /€\s?(\d{1,3}(?:[.,]\d{3})?|\d{4})(?:,-)?\s$/
const mostOffers = 20
/** Giving trainings is work, and `geen opleidingsbudget` is none. */
const denied =
  /(?<!\p{L})(?:geen|no|je geeft|geven van|verzorgen van|ontwikkelen van|beheer van|je beheert|verantwoordelijk voor)\s(?:een |het |de )?$/iu

/** Words that say so only where they stand in what is offered: elsewhere they are work, or what somebody did. */
const whereOffered =
  /(?<!\p{L})(?:opleidingen|bedrijfsopleiding|trainingen|cursussen|workshops|e-?learnings?|goodhabitz|opleidingscheque|trainingsprogramma'?s?|(?:\p{L}+ )?academy|courses|trainings|training programs?|studiekosten(?:vergoeding)?|vergoeding(?:en)? voor stud\p{L}+|(?:ruimte|mogelijkhe(?:id|den)|kans(?:en)?) (?:om |voor |tot )(?:\p{L}+ ){0,6}?(?:ontwikkel\p{L}*|opleiding|leren|groeien)|(?:persoonlijke|professionele|inhoudelijke|vakinhoudelijke|personal|professional) (?:en (?:persoonlijke|professionele) |and professional )?(?:ontwikkeling|development|growth|groei)|opportunit(?:y|ies) to (?:learn|develop|grow))(?!\p{L})/giu

/**
 * What one can learn there, in the order of the text. `isOffered`: whether a place is in what is offered; words that say it only there are
 * not sure.
 */
export function readTraining(text: string, isOffered: (place: number) => boolean): Piece<TrainingOffered>[] {
  const found: Piece<TrainingOffered>[] = []
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const { before, after } = around(match, text, 30, 40)
      if (
        denied.test(before) ||
        (kind === 'taught' && getToKnow.test(after)) ||
        found.some((other) => other.start < end && start < other.end)
      )
        continue
      const amount =
        kind === 'budget'
          ? (amountNear.exec(after) ?? amountBefore.exec(before) ?? /€ ?(\d{1,3}(?:[.,]\d{3})?)/.exec(match[0]))
          : null
      found.push({ value: { kind, ...(amount ? { cents: Number(amount[1]!.replace(/[.,]/g, '')) * 100 } : {}) }, start, end })
      if (found.length >= mostOffers) break
    }
  }
  for (const match of text.matchAll(whereOffered)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (found.length >= mostOffers) break
    if (!isOffered(start) || found.some((other) => other.start < end && start < other.end)) continue
    found.push({ value: { kind: 'courses' }, start, end, confidence: 'likely' })
  }
  return found.sort((a, b) => a.start - b.start)
}
