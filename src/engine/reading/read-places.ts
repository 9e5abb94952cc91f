import type { PlaceWords } from './facts.ts'
import { allOf, around, type Confidence, type Piece } from './piece.ts'

const postcode = /(?<![\p{L}\d.,€-]|€ |\+|(?:jaar|ISO|NEN|RFC|CVE) )([1-9]\d{3})\s?([A-Z]{2})(?![\p{L}\d])/gu
const bareCode = /(?<=(?:\b(?:in|te|[Ll]ocatie|[Ll]ocation|[Aa]dres|[Aa]ddress)|[,:|])\s{1,2})([1-9]\d{3})(?= \p{Lu}\p{Ll}{2,})/gu
const name = String.raw`('[st]-\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?|(?:Den|De|Het|Nieuw|Oud|Bergen|Capelle|Alphen|Krimpen|Hoek|Berkel|Son|Wijk|The|Sint|St\.) (?:(?:op|aan|aan den|aan de|en|van|bij) )?(?:Zoom|den IJssel|den Rijn|de IJssel|de Rijn|Holland|Rodenrijs|Breugel|Duurstede|\p{Lu}[\p{Ll}-]+)|\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+){0,3}(?: (?:Zuid|Noord|Oost|West|Centrum|Zuidoost|Zuidas))?)`
const labelled = new RegExp(
  `(?<!\\p{L})(?:[Ss]tandplaats|(?:[Ww]erk)?[Ll]ocatie|[Ww]erkplek|[Pp]laats|[Rr]egio|[Ll]ocation|[Oo]ffice location|[Bb]ased)(?: (?:is|in|van))?\\s?:?\\s(?:in |te |regio |omgeving )?(?:[1-9]\\d{3}(?: [A-Z]{2})? )?${name}(?!\\p{L})`,
  'gu',
)
const office = new RegExp(
  `(?<!\\p{L})(?:kantoor|kantoren|hoofdkantoor|vestiging|vestigingen|locatie|gevestigd|gevestigd is|office|offices|headquarters|based|located|hub|werkt|work|woonachtig)(?: \\(?(?:in|te|at) )(?:het (?:mooie|centrum van) |de (?:regio|omgeving(?: van)?) |regio |hartje |our )?${name}(?!\\p{L})`,
  'gu',
)
const officeBefore = new RegExp(
  `(?<!\\p{L})(?:our|ons|onze|the|het) ${name} (?:office|kantoor|vestiging|locatie|headquarters)(?!\\p{L})`,
  'gu',
)
const inPlace = new RegExp(`(?<!\\p{L})(?:in|te|nabij|omgeving|regio|rond|near) ${name}(?!\\p{L}|[+#/.]\\p{L})`, 'gu')

/** Words with a capital behind `in` that are no town. */
const noTown = new Set(
  (
    'Nederland Netherlands Europa Europe Belgium Belgie België Duitsland Germany Microsoft Azure Python Java Excel Word English Engels Nederlands Dutch ' +
    'Computer Data Information Software Business Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December January ' +
    'February March May June July August October Agile Scrum Cloud Office The Je Jij Jouw Een Het De Dit Ons Onze Your Our Power Google Amazon ' +
    'Kubernetes Docker Linux Windows React Angular Excel Tableau Artificial Machine Finance Engineering Mathematics Informatica Economie Bij ' +
    'Overleg Dienst Bezit Staat Person Fysiek Hybride Remote Hybrid Thuis Kantoor Science Statistics Econometrics Physics Marketing Looker ' +
    'Security Network Jira Git Spring Typescript Javascript Snowflake Databricks Spark Visual Studio Salesforce Oracle Figma'
  ).split(' '),
)
const mostPlaces = 20

/** Where the work is, as written. Sure with a postcode or a word that says so; a name behind `in` may be anything, so it is likely. */
export function readPlaces(text: string): Piece<PlaceWords>[] {
  const found: Piece<PlaceWords>[] = []
  const add = (pieces: readonly Piece<PlaceWords>[], confidence: Confidence): void => {
    for (const piece of pieces) {
      if (found.some((other) => other.start < piece.end && piece.start < other.end)) continue
      found.push({ ...piece, confidence })
    }
  }
  const named = (pattern: RegExp): Piece<PlaceWords>[] =>
    allOf(text, pattern, (match) => match[1], mostPlaces).flatMap(({ value, start, end }) => {
      const at = start + text.slice(start, end).lastIndexOf(value)
      return isTown(value) ? [{ value: { name: value }, start: at, end: at + value.length }] : []
    })
  const isYear = (match: RegExpExecArray): boolean => /^(?:19|20)/.test(match[1]!) && !match[2]
  const isMoney = (match: RegExpExecArray): boolean =>
    /(?:€|euro|eur|salaris|tot|en|-)\s*$/i.test(around(match, text, 10, 0).before)
  add(
    allOf(text, postcode, (match) => (isYear(match) ? undefined : { postcode: `${match[1]} ${match[2]}` }), mostPlaces),
    'sure',
  )
  add(named(labelled), 'sure')
  add(
    allOf(text, bareCode, (match) => (isYear(match) || isMoney(match) ? undefined : { postcode: match[1]! }), mostPlaces),
    'likely',
  )
  add(named(office), 'sure')
  add(named(officeBefore), 'sure')
  add(named(inPlace), 'likely')
  return found.sort((a, b) => a.start - b.start).slice(0, mostPlaces)
}

function isTown(words: string): boolean {
  return !noTown.has(words) && !noTown.has(words.split(' ')[0]!.replace(/^(?:De|Den|Het|The)$/, '')) && words.length > 2
}
