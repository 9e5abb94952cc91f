import { fold } from '../text/index.ts'

/** What sort of text is read: in a CV *no experience with X* is enough to mean no; in a vacancy it must say that none is needed. */
export type TextKind = 'vacancy' | 'cv'

/**
 * What a clause does with the skills in it. `essential`: it is demanded. `plus`: it is welcome. `negated`: it is said not to be
 * needed (a vacancy) or not to be had (a CV). `aside`: it stands in what the employer is or offers, so nobody is asked for it.
 */
export type ClauseKind = 'essential' | 'mentioned' | 'plus' | 'negated' | 'aside'

/** All of these read folded words: small letters without accents, straight apostrophes. */
const plus =
  /\b(?:is|zijn|als|een|groot|grote|dikke|flinke) (?:een |grote? )?(?:pre|plus|voordeel|pluspunt)\b|\bpluspunt(?:en)?\b|\bnice[- ]to[- ]haves?\b|\bbij voorkeur\b|\bliefst\b|\bvoorkeur (?:heeft|hebben|voor)\b|\bheeft de voorkeur\b|\bmeegenomen\b|\b(?:fijn|handig) als\b|\bprefer(?:red|ably)\b|\bdesir(?:able|ed)\b|\b(?:is|are|as|be|considered|an?) (?:(?:a|an|big|huge|strong|added|definite) )*(?:plus|advantage|bonus|asset)\b|\bbonus points?\b|\bideally\b|\bwould be (?:great|nice)\b/

const denial = /\b(?:geen|niet|nooit|zonder|hoeft|hoef|no|not|never|without|don't|doesn't|isn't|aren't)\b/
const need =
  /\b(?:nodig|vereiste?|noodzakelijk|verplicht|must|eis|required|requirement|needed|necessary|need|mandatory|essential|hoeft|hoef|te (?:hebben|kunnen|kennen))\b/
/** "not only", "niet alleen": not a denial. */
const notOnly = /\b(?:niet (?:alleen|enkel|slechts)|not (?:only|just|merely))\b/g
const taughtHere =
  /\b(?:geen (?:probleem|punt|zorgen)|no problem|no worries|(?:leren we|leren wij|leer je) (?:je )?(?:bij ons|van ons|hier|gewoon|graag|wel)|we(?:'ll| will) teach you|kun je bij ons leren)\b/
const lacks =
  /\b(?:geen|nauwelijks|weinig|no|little|without|lack of|zonder) (?:\w+ ){0,2}?(?:ervaring|kennis|experience|knowledge|skills?|background)\b|\b(?:nooit|never) (?:\w+ ){0,2}?(?:gewerkt|gebruikt|worked|used)\b/

const demand =
  /\b(?:je|jij|u) (?:hebt|heeft|bent|beschikt|beheerst|kent|kunt|kan|bezit|weet|spreekt|schrijft)\b|\b(?:heb|ben|beschik|beheers|ken|kun|weet) (?:je|jij)\b|\b(?:vereist(?:en?)?|eis(?:en)?|noodzakelijk|verplicht|onmisbaar|minimaal|minstens|ten minste|aantoonbare?|gedegen|ruime|goede|grondige|uitstekende|sterke|relevante|afgeronde)\b|\b(?:ervaring (?:met|in|als|op)|kennis (?:van|over)|beheersing van|vaardig (?:in|met)|affiniteit met|in (?:het )?bezit van|bekend met|vertrouwd met|(?:we|wij) (?:vragen|verwachten))\b|\byou (?:have|are|bring|know|can|possess|master|must|need|speak)\b|\b(?:must(?:[- ]haves?)?|required?|requires|requirements?|mandatory|essential|proficien(?:t|cy)|expertise (?:in|with)|experienced? (?:with|in|as|of|using)|years of|knowledge of|familiar(?:ity)? with|understanding of|skilled in|skills in|ability to|minimum|at least|proven|strong|solid|fluent)\b/

/** Longer ones are texts whose line ends were lost: one word in them says nothing of the rest. */
const longestClause = 320

/** What the words of a clause themselves say; undefined when they say nothing, and its heading decides. */
export function kindOfClause(words: string, of: TextKind): ClauseKind | undefined {
  if (words.length > longestClause) return undefined
  const plain = fold(words).replaceAll(notOnly, ' ')
  if (of === 'cv') return lacks.test(plain) ? 'negated' : undefined
  if (taughtHere.test(plain) || (denial.test(plain) && (need.test(plain) || asksForNone.test(plain)))) return 'negated'
  if (plus.test(plain)) return 'plus'
  return demand.test(plain) ? 'essential' : undefined
}

/** `Geen ervaring met Kubernetes?`: a question of a vacancy that says it is no obstacle. */
const asksForNone = /^\W*(?:nog )?(?:geen|no) (?:\w+ ){0,2}?(?:ervaring|kennis|experience|knowledge)[^?]*\?/

const headings: readonly (readonly [ClauseKind, RegExp])[] = [
  [
    'plus',
    /^(?:een pre|pre|pluspunten|nice to haves?|bonus(?: points)?|preferred.*|desired.*|desirable.*|wensen|extra|bonuspunten|mooi meegenomen)$/,
  ],
  [
    'essential',
    /^(?:(?:dit |wat |wie )?.*(?:breng jij mee|breng je mee|neem je mee|neem jij mee|vragen (?:wij|we)|verwachten (?:wij|we)|zoeken (?:wij|we)|vragen van jou|heb jij in huis|heb je in huis|heb je nodig|ben jij|ben je).*|.*(?:functie-?eisen|eisen|jouw profiel|je profiel|profiel|kwalificaties|competenties|vereisten|vaardigheden|functieprofiel).*|(?:the )?(?:job )?(?:requirements|qualifications|skills|your profile|profile|must haves?|minimum qualifications|key skills|essential skills|required skills|technical skills|experience).*|what (?:you|we).*(?:bring|need|have|ask|expect|look(?:ing)? for).*|who you are|who are you|about you|you(?:'ll)? (?:bring|have).*)$/,
  ],
  [
    'aside',
    /^(?:(?:dit |wat |dat )?.*(?:bieden (?:wij|we)|krijg je|krijg jij|mag je verwachten|wij bieden|we bieden|hebben wij te bieden).*|(?:ons |het )?aanbod|(?:onze )?arbeidsvoorwaarden|over (?:ons|de organisatie|het team|het bedrijf|de afdeling).*|wie (?:zijn wij|wij zijn|zijn we|we zijn)|what we offer.*|we offer.*|our offer|benefits.*|perks.*|about (?:us|the company|the team|the organi[sz]ation).*|why (?:us|join).*|waarom (?:wij|je|jij|werken bij|kies).*|who we are|interesse|(?:direct )?solliciteren|sollicitatie(?:procedure)?|contact(?:gegevens|informatie)?|how to apply.*|the process.*|procedure)$/,
  ],
  [
    'mentioned',
    /^(?:(?:dit |wat )?.*(?:ga je doen|ga jij doen|doe je|doe jij|jouw rol|je taken|jouw taken|de functie|functieomschrijving|werkzaamheden|taken|verantwoordelijkheden|jouw functie).*|(?:the |your |key )?(?:role|responsibilities|tasks|duties|job description|what you(?:'ll| will)? do|what you will be doing).*)$/,
  ],
]

const longestHeading = 70

/** The kind of what stands under a heading; undefined when this line is no heading. */
export function kindOfHeading(line: string): ClauseKind | undefined {
  if (line.length > longestHeading) return undefined
  const marked = /^\s*(?:#{1,6}\s|\*\*)|[:?]\s*(?:\*\*)?\s*$|\*\*\s*$/.test(line)
  const plain = fold(line.replace(/^[\s#*_\-–•·]+|[\s#*_:?!.…]+$/gu, '')).trim()
  if (plain === '') return undefined
  // Without a mark only a short line without a full stop in it can be a heading.
  if (!marked && (plain.split(/\s+/).length > 6 || /[.,;]/.test(line))) return undefined
  return headings.find(([, pattern]) => pattern.test(plain))?.[0]
}
