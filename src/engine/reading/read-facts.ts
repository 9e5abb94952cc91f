import { type Clause, type ClauseKind, clausesOf, type TextKind } from './clauses.ts'
import type { Fact, Facts } from './facts.ts'
import type { Piece } from './piece.ts'
import { readClosing } from './read-closing.ts'
import { readFte, readHours } from './read-hours.ts'
import { readLanguages } from './read-languages.ts'
import { readCertificate, readLicences, readRemote, readYears } from './read-other-terms.ts'
import { readWage, readWageWords } from './read-wage.ts'

/**
 * Hours, wage, languages, licences, certificate of conduct, remote work, closing date and years of experience, from Dutch or English
 * text. Modest: what is not clear is left out. Each with its words.
 */
export function readFacts(text: string, options: { readonly of?: TextKind } = {}): Facts {
  const clauses = clausesOf(text, options.of)
  const fact = <T>(piece: Piece<T>): Fact<T> => ({
    ...piece,
    words: text.slice(piece.start, piece.end),
    kind: kindAt(clauses, piece.start),
  })
  const optional = <N extends keyof Facts, T>(name: N, piece: Piece<T> | undefined): Record<string, Fact<T>> =>
    piece ? { [name]: fact(piece) } : {}
  return {
    ...optional('hours', readHours(text)),
    ...optional('fte', readFte(text)),
    ...optional('wage', readWage(text)),
    ...optional('wageWithoutAmount', readWageWords(text)),
    languages: clauses.flatMap((clause) => readLanguages(text, clause)).map(fact),
    licences: readLicences(text).map(fact),
    ...optional('certificateOfConduct', readCertificate(text)),
    ...optional('remote', readRemote(text)),
    ...optional('closesOn', readClosing(text)),
    ...optional('experienceYears', readYears(text)),
  } as Facts
}

function kindAt(clauses: readonly Clause[], at: number): ClauseKind {
  return clauses.find((clause) => clause.start <= at && at < clause.end)?.kind ?? 'mentioned'
}
