import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EngineRows } from '../../matching/index.ts'
import type { FoundParts, RowsPiece, ToKeeper } from './messages.ts'

/** About a millisecond of copying: 5 microseconds a vacancy of the demo. */
const rowsAtOnce = 200

/**
 * Sends the rows of a world to the keeper, a piece at a time and as they are read, so that the sending thread serves others meanwhile. What the
 * keeper found in snapshots is not sent.
 */
export async function handOver(
  { skills, occupations, offerings, settings, vacancies, people, found: foundPeople }: EngineRows,
  { label, found }: { readonly label: number; readonly found?: Pick<FoundParts, 'world' | 'people' | 'found'> | undefined },
  send: (message: ToKeeper) => void,
  signal: AbortSignal,
): Promise<void> {
  const sendPieces = async (pieces: Iterable<RowsPiece>): Promise<void> => {
    for (const rows of pieces) {
      signal.throwIfAborted()
      send({ kind: 'rows', rows })
      await nextTurn()
    }
  }
  if (!found?.world) {
    await sendPieces(inPieces(skills, (some) => ({ skills: some })))
    await sendPieces(inPieces(occupations, (some) => ({ occupations: some })))
    await sendPieces(inPieces(offerings, (some) => ({ offerings: some })))
    send({ kind: 'begin', settings })
    for await (const some of vacancies) await sendPieces(inPieces(some, (piece) => ({ vacancies: piece })))
  }
  if (!found?.people) for await (const some of people) await sendPieces(inPieces(some, (piece) => ({ people: piece })))
  if (!found?.found) for await (const some of foundPeople) await sendPieces(inPieces(some, (piece) => ({ found: piece })))
  send({ kind: 'build', label })
}

function* inPieces<Row>(rows: readonly Row[], pieceOf: (some: readonly Row[]) => RowsPiece): Generator<RowsPiece> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield pieceOf(rows.slice(from, from + rowsAtOnce))
}
