import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Person, Vacancy } from '../../../engine/matching/index.ts'
import type { Offering, World } from '../../../engine/planning/index.ts'
import type { Occupation, Skill } from '../../../engine/taxonomy/index.ts'
import type { EngineRows } from '../../matching/index.ts'
import type { RowsPiece, ToWorker } from './messages.ts'

/** About a millisecond of copying: 5 microseconds a vacancy of the demo. */
const rowsAtOnce = 200

/** Sends the rows of a world to a worker and tells it to build; a piece at a time, so that the sending thread serves others meanwhile. */
export async function handOver(rows: EngineRows, send: (message: ToWorker) => void, signal: AbortSignal): Promise<void> {
  for (const piece of piecesOf(rows)) {
    signal.throwIfAborted()
    send({ kind: 'rows', rows: piece })
    await nextTurn()
  }
  send({ kind: 'build', settings: rows.settings })
}

/**
 * Sends the people who are counted, once the engine is built that numbers what they know. They are read as they are sent, so that neither
 * thread holds all of them as rows.
 */
export async function handOverPeople(
  people: EngineRows['people'],
  send: (message: ToWorker) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const some of people) {
    for (const piece of inPieces<Person>(some)) {
      signal.throwIfAborted()
      send({ kind: 'people', people: piece })
      await nextTurn()
    }
  }
  send({ kind: 'counted' })
}

function* piecesOf({ skills, occupations, vacancies, offerings }: EngineRows): Generator<RowsPiece> {
  for (const some of inPieces(skills)) yield { skills: some }
  for (const some of inPieces(occupations)) yield { occupations: some }
  for (const some of inPieces(vacancies)) yield { vacancies: some }
  for (const some of inPieces(offerings)) yield { offerings: some }
}

function* inPieces<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let piece: Row[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < rowsAtOnce) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** The other end: gathers what `handOver` sends. */
export class TakenOver {
  #skills: Skill[] = []
  #occupations: Occupation[] = []
  #vacancies: Vacancy[] = []
  #offerings: Offering[] = []

  add({ skills = [], occupations = [], vacancies = [], offerings = [] }: RowsPiece): void {
    this.#skills.push(...skills)
    this.#occupations.push(...occupations)
    this.#vacancies.push(...vacancies)
    this.#offerings.push(...offerings)
  }

  world(settings: World['settings']): World {
    return {
      skills: this.#skills,
      occupations: this.#occupations,
      vacancies: this.#vacancies,
      offerings: this.#offerings,
      settings,
    }
  }
}
