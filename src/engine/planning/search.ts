import { Limits } from './limits.ts'
import { piecesFor } from './pieces.ts'
import { Sets } from './sets.ts'
import type { Way } from './way.ts'

/**
 * Every irredundant path to the target, each once. Sets of contents first: a content that adds nothing to the others and
 * teaches nobody's prerequisite is in no irredundant path. Then the courses of these contents, each set checked literally.
 * True when `visit` had enough.
 */
export function searchPaths(way: Way): boolean {
  const limits = new Limits(way)
  const pieces = piecesFor(way.traveller.courses)
  return pieces.find(way, limits) && new Sets(way, pieces, limits).visitAll()
}
