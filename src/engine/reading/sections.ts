import { fold } from '../text/index.ts'
import type { Section } from './headings.ts'

/** All of these read folded words. Those of one section that no other has: they count under any heading. */
const offer =
  /\b(?:(?:wij|we) bieden (?:je|jou|een|jij|naast|daarnaast)|bieden (?:wij|we) (?:je|jou|een)|vakantiedagen|vakantiegeld|vakantietoeslag|vakantie-?uren|reiskosten(?:vergoeding)?|pensioen(?:regeling|opbouw|fonds|premie)?|(?:13e|dertiende) maand|eindejaarsuitkering|(?:bruto)?(?:maand|jaar|uur)?salaris|thuiswerkvergoeding|opleidingsbudget|leaseauto|(?:secundaire|goede|uitstekende) arbeidsvoorwaarden|(?:fiets|bonus|winst)(?:plan|regeling|deling)|we offer (?:you )?|our offer|holiday (?:allowance|pay)|(?:vacation|holidays?|annual leave) days|pension (?:plan|scheme)|travel (?:allowance|expenses)|competitive salary|(?:gross )?(?:monthly|annual) salary|health insurance)\b/
const sure: readonly (readonly [Section, RegExp])[] = [
  [
    'procedure',
    /\b(?:solliciteer|solliciteren|sollicitaties?|sollicitatieprocedure|sollicitatiegesprek|motivatiebrief|(?:stuur|mail|upload) (?:ons )?(?:je|jouw|uw|een) (?:cv|motivatie|sollicitatie|curriculum)|cv en motivatie|neem (?:dan )?(?:gerust )?contact op|contact op(?:nemen)? met|bel (?:met|gerust|of)|(?:reageer|reageren) (?:dan|voor|uiterlijk|via|op deze)|vacature sluit|sluitingsdatum|acquisitie|wervingsbureaus?|apply (?:now|today|via|before|by|here|through)|to apply|(?:send|submit|upload) (?:us )?(?:your|a) (?:cv|resume|application|motivation)|cover letter|motivation letter|closing date|application (?:process|procedure|deadline)|recruitment agenc(?:y|ies)|(?:please )?contact (?:us|our|me) )/,
  ],
  ['offer', offer],
]

/** Weaker signs, for where no heading says it. Earlier ones go first. */
const likely: readonly (readonly [Section, RegExp])[] = [
  [
    'demands',
    /\b(?:je|jij|u|you) (?:hebt|heeft|beschikt|beheerst|bezit|have|bring|possess|master)\b|\b(?:heb|beschik) (?:je|jij)\b|\bin (?:het )?bezit van\b|\b(?:hbo|mbo|wo|bachelor(?:'?s)?|master(?:'?s)?)[- ]?(?:\+|werk|niveau|opleiding|diploma|degree)|\bdenkniveau\b|\b(?:minimaal|minstens|at least|minimum) (?:of )?(?:\d|een|twee|drie|vijf|one|two|three|five)|\b(?:ervaring (?:met|in|als)|kennis van|affiniteit met|vaardig in|experience (?:with|in|as)|knowledge of|proficien(?:t|cy)|familiar(?:ity)? with|fluent|vloeiend|is een (?:pre|must|vereiste)|required|nice to have)\b/,
  ],
  [
    'tasks',
    /\b(?:(?:je|jij) (?:gaat|werkt|bouwt|ontwikkelt|ontwerpt|beheert|adviseert|analyseert|ondersteunt|vertaalt|zorgt|draagt|stelt|voert|maakt|lost|begeleidt|signaleert|implementeert|schrijft|test|onderhoudt|programmeert|levert|denkt mee|houdt je bezig)|(?:ben|bent) (?:je|jij)? ?verantwoordelijk|verantwoordelijk voor|in deze (?:functie|rol)|als [\w-]+ (?:[\w-]+ )?(?:ga|werk|ben|bouw|houd) (?:je|jij)|ga (?:je|jij)|you(?:'ll| will) (?:\w+ly )?(?:be (?:responsible|working)|work|build|design|develop|lead|help|support|create|drive)|(?:be )?responsible for|in this (?:role|position))\b/,
  ],
  [
    'organisation',
    /\b(?:(?:wij|we) zijn (?!op zoek)|(?:ons|het) bedrijf|opgericht|marktleider|medewerkers wereldwijd|onze (?:missie|visie|kernwaarden|cultuur)|is een (?:\w+ ){0,3}(?:organisatie|bedrijf|onderneming|organisator|gemeente)|we are (?:a|an|the)|founded in|our (?:mission|vision|culture|values|company)|headquarter(?:s|ed)|market leader|employees worldwide|is a (?:\w+ ){0,3}(?:company|firm|organi[sz]ation|provider|leader))\b/,
  ],
  [
    'offer',
    /\b(?:(?:je|jij) krijgt|krijg (?:je|jij) (?!te )|(?:volop|alle) ruimte|doorgroei\w*|opleidingen en|vast contract|onbepaalde tijd|benefits|bonus|vergoeding|budget|borrels?)\b/,
  ],
]

/** Longer ones are texts whose line ends were lost: one word in them says nothing of the rest. */
const longestSentence = 400

/** The section that words show themselves; `isSure`: whatever heading stands above them. */
export interface OwnSection {
  readonly section: Section
  readonly isSure: boolean
}

export function sectionOfWords(words: string): OwnSection | undefined {
  if (words.length > longestSentence) return undefined
  const plain = fold(words.replaceAll('\\', ''))
  const found = sure.find(([, pattern]) => pattern.test(plain))
  if (found) return { section: found[0], isSure: true }
  const guess = likely.find(([, pattern]) => pattern.test(plain))
  return guess && { section: guess[0], isSure: false }
}

/** Whether these folded words can only be about what the employer gives. */
export function offersSomething(plain: string): boolean {
  return offer.test(plain)
}
