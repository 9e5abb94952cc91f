import { matters, type Piece, piecesOf } from './pieces.ts'
import { Sets } from './sets.ts'
import { coversAll, fitAfter, visitIfSound } from './sound.ts'
import type { Way } from './way.ts'

/**
 * Every irredundant path to the target, each once. Sets of contents first: a content that adds nothing to the others and
 * teaches nobody's prerequisite is in no irredundant path. Then the courses of these contents, each set checked literally.
 * True when `visit` had enough.
 */
export function searchPaths(way: Way): boolean {
  const pieces = piecesOf(way)
  return pieces !== undefined && (new Sets(way, pieces).visitAll() || visitTricks(way, pieces))
}

/** The sets of `tricks` that the loops above left out. */
function visitTricks(way: Way, pieces: readonly Piece[]): boolean {
  if (way.most < 3) return false
  for (const set of way.tricks()) {
    if (!coversAll(way.target, set)) continue
    const [a, b, c] = set.map((course) => pieces.find((piece) => piece.content === course.content))
    const tried = a && b && c && a !== b && b !== c && a !== c && matters(a, b, c) && matters(b, a, c) && matters(c, a, b)
    if (!tried && visitIfSound(way, set, fitAfter(way.target, set))) return true
  }
  return false
}
