import { fold } from '../text/index.ts'
import type { ClauseKind } from './cues.ts'

/** The parts that advertisements are built of. */
export type Section = 'title' | 'organisation' | 'tasks' | 'demands' | 'offer' | 'procedure' | 'unknown'

/** What stands under a heading: its section, and what that says of what is named there. */
export interface Heading {
  readonly section: Section
  readonly kind: ClauseKind
}

const plus: Heading = { section: 'demands', kind: 'plus' }
const demands: Heading = { section: 'demands', kind: 'essential' }
const tasks: Heading = { section: 'tasks', kind: 'mentioned' }
const offer: Heading = { section: 'offer', kind: 'aside' }
const organisation: Heading = { section: 'organisation', kind: 'aside' }
const procedure: Heading = { section: 'procedure', kind: 'aside' }

/** Whole headings, folded and without marks. The first that fits decides. */
const headings: readonly (readonly [Heading, RegExp])[] = [
  [
    plus,
    /^(?:een pre|pre|pluspunten|nice to haves?|bonus(?: points)?|preferred.*|desired.*|desirable.*|(?:functie-?\s?)?wensen|extra|bonuspunten|mooi meegenomen)$/,
  ],
  [
    offer,
    /^(?!what (?:do )?you)(?:.*(?:krijg je|krijg jij|mag je (?:van ons )?verwachten|kun je (?:van ons )?verwachten|you can expect|bied jij).*|.*\b(?:bieden|biedt|offer|offering)\b.*|(?:ons |het )?aanbod|(?:onze |jouw )?voorwaarden|.*arbeidsvoorwaarden.*|benefits.*|perks.*|conditions of employment|jouw ontwikkeling|(?:de )?doorgroeimogelijkheden|opleiding en ontwikkeling|salaris.*|why (?:us|join).*|waarom (?:wij|je|jij|jou|werken bij|werken voor|kies).*|what'?s in it for you.*|wat levert het .*op)$/,
  ],
  [
    procedure,
    /^(?:interesse|interested|(?:heb je )?interesse.*|(?:direct |nu )?solliciteren.*|solliciteer.*|.*solliciteer dan.*|sollicitatie(?:procedure|proces)?|contact(?:gegevens|informatie|persoon)?|how to apply.*|the process.*|(?:selectie|werving en selectie)?procedure|application(?: process| procedure)?|information and application|(?:heb je )?(?:nog )?vragen|stel gerust je vraag|(?:meer|aanvullende) (?:weten|informatie).*|voor meer informatie.*|.*vragen over (?:de|deze) .*|.*wil je solliciteren|informatie (?:&|en) solli.*|informeren en solli.*|reageren|hoe ziet de procedure .*|additional information|enthousiast(?: geworden)?|acquisitie.*|disclaimer.*|are you interested.*|apply now|bijzonderheden|(?:gelijke kansen|equal opportunit|diversity|diversiteit).*)$/,
  ],
  [
    organisation,
    /^(?:wie (?:zijn wij|wij zijn|zijn we|we zijn)|who we are|(?:over|about) (?:ons|us|de organisatie|het team|het bedrijf|de afdeling|het kantoor|the company|the team|the organi[sz]ation).*|meer over .*afdeling.*)$/,
  ],
  [
    demands,
    /^(?:(?:dit |wat |wie )?.*(?:(?:breng|neem|brengt|neemt) (?:jij|je) mee|(?:jij|je) (?:brengt mee|meebrengt|meeneemt|neemt mee)|vragen (?:wij|we)|verwachten (?:wij|we)|zoeken (?:wij|we)|(?:wij|we) (?:vragen|verwachten|zoeken)|vragen van jou|heb jij in huis|heb je in huis|heb je nodig|ben jij|ben je|past (?:deze|dit).* bij jou?|zijn (?:wij|we) (?:\w+ )*(?:naar )?op zoek|jouw kwaliteiten|vraagt .+ van jou|typeert jou|(?:vacature|baan) .*(?:voor|bij) jou|je bent iemand met|wie je bent).*|.*(?:functie-? ?eisen|eisen|jouw profiel|je profiel|profiel|kwalificaties|competenties|vereisten|vaardigheden|functieprofiel|jouw inbreng|gaat dit over jou|(?:je|jouw) (?:diploma|skills|technische skills|soft skills)|(?:je|jij) beschikt over|(?:verder|daarnaast|ook|tevens) (?:heb|ben|beschik|bezit) (?:jij|je)|wie (?:wij|we) zoeken|(?:je|jij) .*beschikt|ideal candidate|ideale kandidaat).*|(?:the )?(?:job )?(?:requirements|qualifications|skills|your profile|profile|must haves?|minimum qualifications|key skills|essential skills|required skills|technical skills|personal skills|soft skills|education|essential|experience|competenc(?:es|ies)).*|what (?:do )?(?:you|we).*(?:bring|need|have|ask|expect|look(?:ing)? for).*|what (?:do )?you .*offer|who are you|about you|you|jij|jij bent|you(?:'ll)? (?:bring|have).*|.*(?:your|candidate) profile.*)$/,
  ],
  [
    tasks,
    /^(?:(?:dit |wat )?.*(?:ga je (?:\w+ ){0,4}doen|ga jij doen|(?:je|jij) (?:gaat|zult) doen|doe je|doe jij|je gaat doen|jouw rol|je taken|jouw taken|de functie|functieomschrijving|vacatureomschrijving|werkzaamheden|taken|verantwoordelijkheden|jouw functie|je werk|de opdracht|opdrachtomschrijving|functie-? ?inhoud|waar werk je aan|hoe ziet (?:jouw|je|een) (?:werk)?dag).*|(?:the |your |key )?(?:key |main )?(?:job )?(?:role|responsibilities|tasks|duties|job|job description|role description|role overview|job overview|what are you going to do|introduction to the job|what you(?:'ll| will)? do|what you will be doing|position overview|the position).*)$/,
  ],
  [
    organisation,
    /^(?:over (?!jou|de functie).{2,40}|about (?!you|the (?:role|job|position)).{2,40}|(?:de|jouw|je|the|our|het|ons) (?:organisatie|team|afdeling|werkomgeving|werkplek|company|department|organi[sz]ation)(?: van .{2,30})?|(?:werkomgeving|working environment|bedrijfsomschrijving|bedrijfsprofiel|company description|locatie|(?:hier|waar) (?:ga|kom) je (?:te )?werken|de werkplek.*|hoe ziet het team eruit))$/,
  ],
]

const longestHeading = 70

/** The section that a line opens; undefined when this line is no heading. */
export function headingOf(line: string): Heading | undefined {
  if (line.length > longestHeading) return undefined
  const marked = /^\s*(?:#{1,6}\s|\*\*)|[:?]\s*(?:\*\*)?\s*$|\*\*\s*$/.test(line)
  const plain = fold(line.replaceAll('\\', '').replace(/^[\s#*_\-–•·]+|[\s#*_:?!.…]+$/gu, '')).trim()
  if (plain === '') return undefined
  // Without a mark only a short line without a full stop in it can be a heading.
  if (!marked && (plain.split(/\s+/).length > 6 || /[.,;]/.test(line))) return undefined
  return headings.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** Headings that a sentence can begin with in a text that lost its line ends, up to where the sentence itself begins. */
const opening =
  /^(?:wat (?:ga|kun|zal) (?:je|jij) doen|wat (?:je|jij) (?:gaat doen|zult doen|krijgt|meebrengt|meeneemt)|(?:wat|dit) (?:bieden|vragen|verwachten|zoeken) (?:wij|we)(?: (?:van )?(?:jou|je))?|(?:wat|dit) (?:wij|we) (?:jou |je )?(?:bieden|vragen|verwachten|zoeken)(?: van (?:jou|je))?|(?:wat|dit) (?:krijg|breng|neem) (?:je|jij)(?: mee| van ons)?|dit (?:ga|doe) (?:je|jij)(?: doen)?|dit ben (?:je|jij)|wie (?:ben|zoeken|zijn) (?:je|jij|wij|we)|wie (?:we|wij) zijn|functie[- ]?(?:eisen|wensen|omschrijving)|(?:je|jouw) (?:profiel|taken|rol)|ons aanbod|arbeidsvoorwaarden|over (?:ons|jou|de functie|de organisatie|het team)|(?:wij|we) bieden(?: jou| je)?|(?:key )?(?:responsibilities|requirements|qualifications|benefits)|your (?:profile|role)|about (?:us|you|the role|the team)|what (?:you(?:'ll| will)? (?:do|bring|need)|we offer|we(?:'re| are) looking for)|who (?:you|we) are|interesse)\s*[:?]?\s*(?:\*{2,3}\s*)?/iu

/** How long the heading is that these words begin with, all of them if they are nothing else; 0 when they begin with none. */
export function headingLength(words: string): number {
  const length = opening.exec(words.slice(0, longestHeading))?.[0].length ?? 0
  // The pattern ignores case, so whether a capital follows is looked at here.
  return length === words.length || /^[\p{Lu}\p{N}*•-]/u.test(words.slice(length, length + 2)) ? length : 0
}

/** A line that looks like a heading of something else: what stands above it does not hold below it. */
export function looksLikeHeading(words: string, isBold: boolean): boolean {
  return words.length <= longestHeading && (isBold ? !/[.,;]$/.test(words) : /\?$/.test(words) && words.split(' ').length <= 8)
}
