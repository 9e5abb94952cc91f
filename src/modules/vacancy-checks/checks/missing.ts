import type { Check, CheckedText, CheckSource, Praise, Severity, Span, Words } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { matchesIn } from './marks.ts'
import { placeWords } from './place-words.ts'

/** Something that a good vacancy says. */
interface Needed {
  readonly id: string
  readonly title: Words
  readonly severity: Severity
  readonly sources: readonly CheckSource[]
  /** Where the text says it, whatever it says. */
  readonly said: (checked: CheckedText) => Span | undefined
  readonly missing: Words
  readonly why: Words
  readonly example: Words
  /** Left out where saying it is just what one expects. */
  readonly praise?: Words
}

const own: readonly CheckSource[] = [{ name: 'Eigen lijst van Schakel', sureness: 'own' }]

function placeOf(pattern: RegExp): (checked: CheckedText) => Span | undefined {
  return (checked) => {
    for (const { 0: words, index } of matchesIn(checked.text, pattern)) {
      const span = { start: index, end: index + words.length }
      if (!isNotSaid(checked, span)) return span
    }
    return undefined
  }
}

function createNeeded({ id, title, severity, sources, said, missing, why, example, praise }: Needed): Check {
  return {
    id,
    title,
    sources,
    run(checked) {
      const span = said(checked)
      if (!span) return { missing: [{ check: id, severity, title: missing, why, example: example[checked.language] }] }
      const good: Praise | undefined = praise && { start: span.start, end: span.end, check: id, title: praise }
      return good ? { praise: [good] } : {}
    },
  }
}

const hoursWords =
  /(?<!\p{L})(?:\d{1,2}\s?(?:-|–|tot|to)?\s?\d{0,2}\s?(?:uur|uren|hours?)|full[- ]?time|part[- ]?time|voltijds?|deeltijd|\d-urige|\d[.,]?\d?\s?fte)(?!\p{L})|(?<!\p{L})(?:uren|uur|hours)(?: per week| a week| per wk)?\s?:?\s(?:min(?:imaal|\.)?\s)?\d{1,2}(?![\d:.,]\d|\d)/giu

export const hoursNamed = createNeeded({
  id: 'hours-named',
  title: { nl: 'Uren', en: 'Hours' },
  severity: 'shutsOut',
  sources: own,
  said: (checked) => {
    const { hours, fte, partTime, hoursByAgreement } = checked.facts
    return hours ?? fte ?? partTime ?? hoursByAgreement ?? placeOf(hoursWords)(checked)
  },
  missing: { nl: 'Hoeveel uren per week?', en: 'How many hours a week?' },
  why: {
    nl: 'Wie minder dan een volle week werkt, weet nu niet of dit kan.',
    en: 'People who work less than a full week cannot tell whether this is possible.',
  },
  example: { nl: 'Je werkt 24 tot 36 uur per week. Jij kiest.', en: 'You work 24 to 36 hours a week. You choose.' },
})

export const placeNamed = createNeeded({
  id: 'place-named',
  title: { nl: 'Plaats', en: 'Place' },
  severity: 'shutsOut',
  sources: own,
  said: (checked) => checked.facts.places[0] ?? checked.facts.remote ?? placeOf(placeWords)(checked),
  missing: { nl: 'Waar is het werk?', en: 'Where is the work?' },
  why: {
    nl: 'Zonder plaats weet niemand of de reis te doen is. Zeg ook of thuiswerken kan.',
    en: 'Without a place nobody knows whether the journey can be made. Say also whether working from home is possible.',
  },
  example: {
    nl: 'Je werkt in Nijkerk, vlak bij het station. Twee dagen thuis mag.',
    en: 'You work in Nijkerk, close to the station. Two days at home are fine.',
  },
})

const contact =
  /(?<!\p{L})(?:contact(?:persoon)?(?: (?:op|opnemen|met|person|us))|neem (?:dan )?(?:gerust |vrijblijvend )?contact|contactgegevens|contactpersoon|bel(?:len)? (?:\p{L}+ ){0,3}(?:met|naar)|mail(?:en)? (?:\p{L}+ ){0,3}naar|(?:heb je |more |meer )?(?:vragen|questions|informatie|information)(?: over \p{L}+ ){0,1}[^.\n]{0,60}?(?:bel|mail|app|contact|terecht bij|call|e-?mail|recruiter)|recruiter|telefoon(?:nummer)?|phone|whatsapp)(?!\p{L})|(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{1,40}@[\p{L}\p{N}-]{2,40}\.|(?<!\d)0\d{1,3}[- ]?\d{6,8}/giu

export const contactNamed = createNeeded({
  id: 'contact-named',
  title: { nl: 'Wie je kunt vragen', en: 'Who to ask' },
  severity: 'tip',
  sources: own,
  said: (checked) => checked.facts.contacts[0] ?? placeOf(contact)(checked),
  missing: { nl: 'Tip: zeg wie mensen iets kunnen vragen', en: 'Tip: say whom people can ask' },
  why: {
    nl: 'Wie twijfelt, vraagt liever eerst iets. Zonder naam solliciteert die niet.',
    en: 'People in doubt like to ask first. Without a name they do not apply.',
  },
  example: {
    nl: 'Heb je een vraag? Bel of mail Sanne, zij leidt het team.',
    en: 'Do you have a question? Call or mail Sanne, who leads the team.',
  },
})

const access =
  /(?<!\p{L})(?:toegankelijk(?:heid)?|accessib(?:le|ility)|aanpassing(?:en)?(?! van)|redelijke aanpassing|werkplekaanpassing|hulpmiddel(?:en)?|rolstoel\p{L}*|wheelchair|adjustments?|accommodations?|prikkelarme?|arbeidsbeperking|beperking(?:en)?|disabilit(?:y|ies)|doventolk|brailleregel|schermlezer|screen reader)(?!\p{L})/giu
/** Of a product, not of the work. */
const ofProduct =
  /(?<!\p{L})(?:wcag|web|websites?|data|applicatie|producten|product|gebruikers|informatie|users|technolog\p{L}+|code|platform|goed toegankelijk)(?!\p{L})/iu

export const accessNamed = createNeeded({
  id: 'access-named',
  title: { nl: 'Toegankelijk werk', en: 'Accessible work' },
  severity: 'tip',
  sources: [{ name: 'WGBH/CZ art. 2 (text of May 2017)', sureness: 'seen' }],
  said: (checked) => accessOf(checked),
  missing: { nl: 'Tip: zeg hoe toegankelijk het werk is', en: 'Tip: say how accessible the work is' },
  why: {
    nl: 'Wie een aanpassing nodig heeft, weet dan dat vragen mag. Een werkgever moet die vaak regelen. (WGBH/CZ, artikel 2)',
    en: 'People who need an adjustment then know that asking is fine. An employer often has to arrange it. (WGBH/CZ, article 2)',
  },
  example: {
    nl: 'Ons kantoor is zonder trap te bereiken. Heb je een aanpassing nodig? Zeg het, wij regelen die.',
    en: 'You can reach our office without stairs. Do you need an adjustment? Tell us, we will arrange it.',
  },
  praise: { nl: 'Een aanpassing mag', en: 'Adjustments are offered' },
})

function accessOf(checked: CheckedText): Span | undefined {
  for (const { 0: words, index } of matchesIn(checked.text, access)) {
    const near = checked.text.slice(Math.max(0, index - 60), index + words.length + 60)
    if (!ofProduct.test(near)) return { start: index, end: index + words.length }
  }
  return undefined
}

const learning =
  /(?<!\p{L})(?:opleidings?(?:budget|mogelijkheden|traject|plan)|ontwikkel(?:budget|mogelijkheden|plan|traject)|studiebudget|scholing\p{L}*|(?:ruimte|tijd|budget|mogelijkheid|mogelijkheden) (?:om|voor|tot) (?:\p{L}+ ){0,3}(?:leren|ontwikkel\p{L}*|opleiding\p{L}*|training\p{L}*|cursus\p{L}*|groei\p{L}*|scholing|certificering\p{L}*)|(?:wij|we) (?:leiden je op|leren je|bieden [^.\n]{0,40}(?:opleiding|training|cursus)\p{L}*)|je (?:leert|krijgt) (?:\p{L}+ ){0,4}(?:opleiding|training|cursus|inwerk)\p{L}*|je leert|hier leer je|inwerk(?:periode|programma|traject)|traineeship|academy|leermogelijk\p{L}*|kennisontwikkeling|trainingen (?:en|volgen)|cursussen|certificeringen (?:halen|behalen)|training budget|learning (?:budget|opportunities)|(?:training|development|study|education)(?: and (?:training|development))? (?:budget|opportunities|programs?|programmes?)|you(?: wi|['’])ll learn|we(?: wi|['’])ll (?:teach|train)|opportunit(?:y|ies) (?:to|for) (?:\p{L}+ ){0,3}(?:learn|growth|grow|develop|development|training)|on the job training|training on the job|mentor(?:ship)?|learning (?:goals?|experience|curve|path|on the job)|leer(?:doelen|traject|curve)|leerza(?:am|me)|(?:de )?(?:fijne )?kneepjes van (?:het|dit|je) vak|persoonlijke (?:en professionele )?(?:ontwikkeling|groei)|jezelf (?:\p{L}+ ){0,2}(?:te )?ontwikkelen|doorgroei\p{L}*|groeimogelijkheden|personal (?:development|growth)|professional (?:development|growth))(?!\p{L})/giu

export const learningNamed = createNeeded({
  id: 'learning-named',
  title: { nl: 'Wat iemand leert', en: 'What somebody learns' },
  severity: 'tip',
  sources: own,
  said: (checked) => checked.facts.training[0] ?? placeOf(learning)(checked),
  missing: { nl: 'Tip: zeg wat iemand bij jullie leert', en: 'Tip: say what somebody learns with you' },
  why: {
    nl: 'Dan durft ook iemand te reageren die nog niet alles kan.',
    en: 'Then people who cannot do everything yet dare to answer too.',
  },
  example: {
    nl: 'De eerste maand werk je samen met een collega. Wij betalen een cursus per jaar.',
    en: 'In the first month you work together with a colleague. We pay for a course every year.',
  },
  praise: { nl: 'Er is ruimte om te leren', en: 'There is room to learn' },
})
