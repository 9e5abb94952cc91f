import type { Check, CheckedText, Rewrite, Span } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, matchesIn, type Remark, rewriteAt } from './marks.ts'
import { begin, end, space } from './pattern-parts.ts'
import { around, languageAt } from './sentences.ts'
import { isUnderWishes } from './wished.ts'

const id = 'driving-licence'

const licence = new RegExp(
  String.raw`${begin}(?:(?:een|a|an|je|your)${space})?(?:(?:geldig|valid|geldige|Dutch|Nederlands|EU)${space}){0,2}(?:auto-?)?(?:B-?)?(?:rijbewijs(?:${space}?\(?(?:type${space}|categorie${space})?['‘’"]?B['‘’"]?\)?(?![\p{L}]))?|driv(?:ing|er['’]?s|er)${space}licen[cs]e(?:${space}\(?B\)?(?![\p{L}]))?)(?:${space}(?:en|and)${space}(?:een${space}|a${space})?(?:eigen${space})?(?:auto|vervoer|own car|car|own transport)${end})?`,
  'giu',
)
const ownCar = new RegExp(
  `${begin}(?:(?<=(?:bezit van een|beschikt over een|beschikt over|beschikking over|hebt een|heb je een|with your|have your)${space})(?:auto|eigen auto|eigen vervoer|own car|own vehicle)|own a car)${end}`,
  'giu',
)

/** Work on the road. */
const onTheRoad =
  /(?<!\p{L})(?:klantlocaties?|op locatie (?:bij|van)|bij klanten (?:op locatie|thuis|langs)|customer (?:sites?|locations?)|client (?:sites?|locations?)|on[- ]site (?:at|visits?)|monteurs?|buitendienst|field (?:service|engineer|support)\p{L}*|chauffeur|bezorg\p{L}*|rijden|bestelbus|servicebus|bedrijfsbus|reizen (?:naar|tussen)|reist (?:naar|door)|(?:door|in) heel (?:het land|nederland)|through(?:out)? the (?:country|netherlands)|verschillende (?:locaties|vestigingen|scholen)|multiple (?:sites|locations)|projectlocaties?|bouwplaats|op de weg|onderweg|detacher\p{L}*|opdrachtgevers|consultan\p{L}+|storingsdienst|consignatie|piket|slecht bereikbaar|niet (?:goed )?(?:bereikbaar|te bereiken) met)(?!\p{L})/iu
/** A car of the employer, and somewhere to drive it. */
const companyCar =
  /(?<!\p{L})(?:(?:auto|bus|wagen|lease ?auto) van de zaak|company (?:car|vehicle|van)|bedrijfs(?:auto|wagen)|dienstauto|poolauto)(?!\p{L})/iu
const travel =
  /(?<!\p{L})(?:reis(?:t|tijd)?|reizen|rijdt?|bezoekt?|bezoeken|langs bij|op pad|ziekenhuizen|filialen|winkels|locaties|klanten|travel(?:ling|ing)?|visit(?:s|ing)?|hospitals|stores|sites)(?!\p{L})/iu
const drives = (text: string): boolean => onTheRoad.test(text) || (companyCar.test(text) && travel.test(text))
const mostLooked = 20_000
const isPlus =
  /^[^.;,]{0,30}?(?<!\p{L})(?:is|are) (?:een |a |mooi )?(?:pr[eé]|plus|pluspunt|voordeel|meegenomen|advantage|bonus|not)/iu
const wished = /(?<!\p{L})(?:bij voorkeur|liefst|preferably|ideally|lease|leaseauto)(?: [\p{L}]+){0,2} $/iu

/** Somebody has it, or it stands first in its bullet. */
const holds =
  /^[^\p{L}]*$|(?:hebt|heb je|heb jij|heeft|bezit van|beschikt over|beschik je over|have|has|hold|holds|possess|possession of|need|needs|own|met|with|en|and|minimaal|vereist:?|required:?|[,:;*•–-]) ?(?:een |a |an |het |your |je )?$/iu
/** A licence that the software is about. */
const ofOthers =
  /(?<!\p{L})(?:app|online|aanvragen|aanvraag|verleng\p{L}*|portaal|klanten|burgers|customers|citizens|theorie|examen)(?!\p{L})/iu

const remark: Remark = {
  check: id,
  severity: 'shutsOut',
  title: { nl: 'Is een rijbewijs nodig voor dit werk?', en: 'Does this work need a driving licence?' },
  why: {
    nl: 'In deze tekst staat geen werk waarvoor je moet rijden. Wie geen rijbewijs heeft of mag hebben, valt af.',
    en: 'This text names no work that needs driving. It shuts out people who have no licence, or may not have one.',
  },
  demands: ['licence:B'],
}

/** A driving licence for work behind a screen. */
export const drivingLicence: Check = {
  id,
  title: { nl: 'Rijbewijs zonder noodzaak', en: 'Driving licence without need' },
  sources: [{ name: 'Eigen regel van Schakel', sureness: 'own' }],
  run(checked) {
    if (drives(checked.text.slice(0, mostLooked))) return {}
    const spans = [...matchesIn(checked.text, licence), ...matchesIn(checked.text, ownCar)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }))
    return {
      marks: spans
        .filter((span) => isAsked(checked, span))
        .map((span) => markAt(checked, span, remark, rewriteFor(checked, span))),
    }
  },
}

function isAsked(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  return (
    holds.test(before) &&
    !ofOthers.test(`${before} ${after}`) &&
    !isNotSaid(checked, span) &&
    !isPlus.test(after) &&
    !wished.test(before) &&
    !isUnderWishes(checked, span)
  )
}

const held = /(?<!\p{L})(?:(bent|ben je|ben jij) )?(?:in (?:het )?bezit van|in possession of|beschikt over) $/iu

function rewriteFor(checked: CheckedText, span: Span): Rewrite[] {
  const language = languageAt(checked, span.start)
  const before = checked.text.slice(Math.max(0, span.start - 40), span.start)
  const found = held.exec(before)
  const start = found ? span.start - found[0].length : span.start
  // `Je bent mobiel en in het bezit van`: the verb before it holds for it.
  const shared =
    found &&
    !found[1] &&
    /(?<!\p{L})(?:je|jij|u) bent [^.!?]{0,60}(?:en|,) $/iu.test(checked.text.slice(Math.max(0, start - 80), start))
  const verb = shared
    ? 'hebt '
    : found?.[1]
      ? /^bent$/i.test(found[1])
        ? 'hebt '
        : 'heb je '
      : /beschikt/i.test(found?.[0] ?? '')
        ? 'hebt '
        : ''
  const words =
    language === 'nl'
      ? `${verb}een manier om naar het werk te komen (ov of fiets mag ook)`
      : 'a way to get to work (public transport or a bike is fine)'
  return [rewriteAt(checked, { start, end: span.end }, words)]
}
