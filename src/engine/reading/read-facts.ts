import { type Clause, type ClauseKind, clausesOf, type TextKind } from './clauses.ts'
import type { Fact, Facts } from './facts.ts'
import type { Piece } from './piece.ts'
import { givenSpan, plainOf, plainSpan } from './plain.ts'
import { readClosing, readClosingDay } from './read-closing.ts'
import { readContacts } from './read-contacts.ts'
import { readContracts } from './read-contracts.ts'
import { readEducation } from './read-education.ts'
import { firstYears, readExperience } from './read-experience.ts'
import { hoursOf, readFte, readFteNorm, readHoursByAgreement, readPartTime } from './read-hour-words.ts'
import { readHours } from './read-hours.ts'
import { readLanguages } from './read-languages.ts'
import { readLicences, readOwnTransport } from './read-licences.ts'
import { readAgreements, readPayScale, readWageWords } from './read-pay-words.ts'
import { readPlaces } from './read-places.ts'
import { readRemote } from './read-remote.ts'
import { readCertificate, readScreening } from './read-screening.ts'
import { readStart } from './read-start.ts'
import { readTraining } from './read-training.ts'
import { readWage, readWageBound } from './read-wage.ts'

/**
 * What Dutch or English text says of terms: hours, pay, place, contract, education, experience, languages, licences and more (`Facts`).
 * Modest: what is not clear is left out. Each with its words in the text as it was given. Linear in the text, of which the first 200,000
 * characters are read: ten times the longest advertisement.
 */
export function readFacts(whole: string, options: { readonly of?: TextKind } = {}): Facts {
  const given = whole.length > mostRead ? whole.slice(0, mostRead) : whole
  const plain = plainOf(given)
  const { text } = plain
  const clauses = clausesOf(given, options.of)
  const plainClauses = clauses.map((clause) => plainSpan(plain, clause))
  const fact = <T>({ value, start, end, confidence = 'sure' }: Piece<T>): Fact<T> => {
    const span = givenSpan(plain, { start, end })
    return { value, ...span, words: given.slice(span.start, span.end), kind: kindAt(clauses, span.start), confidence }
  }
  const optional = <N extends keyof Facts, T>(name: N, piece: Piece<T> | undefined): Record<string, Fact<T>> =>
    piece ? { [name]: fact(piece) } : {}
  const experience = readExperience(text)
  const fte = readFte(text)
  const norm = readFteNorm(text)
  return {
    ...optional('hours', readHours(text) ?? hoursOf(fte, norm)),
    ...optional('fte', fte),
    ...optional('fteNorm', norm),
    ...optional('partTime', readPartTime(text)),
    ...optional('hoursByAgreement', readHoursByAgreement(text)),
    ...optional('wage', readWage(text)),
    ...optional('wageBound', readWageBound(text)),
    ...optional('wageWithoutAmount', readWageWords(text)),
    ...optional('payScale', readPayScale(text)),
    agreements: readAgreements(text).map(fact),
    places: readPlaces(text).map(fact),
    contracts: readContracts(text).map(fact),
    education: plainClauses.flatMap((clause) => readEducation(text, clause)).map(fact),
    experience: experience.map(fact),
    languages: plainClauses.flatMap((clause) => readLanguages(text, clause)).map(fact),
    licences: readLicences(text).map(fact),
    ...optional('ownTransport', readOwnTransport(text)),
    ...optional('certificateOfConduct', readCertificate(text)),
    ...optional('screening', readScreening(text)),
    ...optional('remote', readRemote(text)),
    ...optional('start', readStart(text)),
    ...optional('closesOn', readClosing(text)),
    ...optional('closesOnDay', readClosingDay(text)),
    ...optional('experienceYears', firstYears(experience)),
    training: readTraining(
      text,
      (place) => kindAt(clauses, givenSpan(plain, { start: place, end: place + 1 }).start) === 'aside',
    ).map(fact),
    contacts: readContacts(
      text,
      sentencesOf(clauses).map((sentence) => plainSpan(plain, sentence)),
    ).map(fact),
  } as Facts
}

const mostRead = 200_000

/** From the first clause of each sentence to its last. */
function sentencesOf(clauses: readonly Clause[]): { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = []
  for (const { sentence, end } of clauses) {
    const last = sentences.at(-1)
    if (last?.start === sentence) last.end = end
    else sentences.push({ start: sentence, end })
  }
  return sentences
}

/** Clauses are in order, so the one at a place is found by halving. */
function kindAt(clauses: readonly Clause[], at: number): ClauseKind {
  let [low, high] = [0, clauses.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const { start, end, kind } = clauses[middle]!
    if (at < start) high = middle - 1
    else if (at >= end) low = middle + 1
    else return kind
  }
  return 'mentioned'
}
