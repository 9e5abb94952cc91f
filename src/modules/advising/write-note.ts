import { type Clock, type Ids, Invalid } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { type AdviceNote, type AdviceSide, longestNote } from './advice.ts'
import { addNote, listNotes } from './note-store.ts'
import { type WorkParts, withAdvised } from './work.ts'

/**
 * Writes a note that both read. Nothing is ever changed: a correction stands beside what it corrects, and only the side that wrote a note corrects it.
 * @throws Invalid
 */
export function writeNote(
  parts: WorkParts & { readonly clock: Clock; readonly ids: Ids },
  actor: Actor,
  handle: string,
  note: { readonly text: string; readonly corrects?: string | undefined },
): Promise<void> {
  return withAdvised(parts, actor, 'advice.note', handle, async ({ inside, one, side }) => {
    if (one.endedAt !== undefined) throw new Invalid('text', 'Nobody advises here any more, so nobody would read this.')
    const text = readText(note.text)
    const corrects = note.corrects || undefined
    if (corrects !== undefined) refuseOther(await listNotes(inside, one), corrects, side)
    const author = actor.kind === 'account' ? actor.account : ''
    await addNote(inside, one, { id: parts.ids.next(), side, text, at: parts.clock.now(), corrects }, author)
  })
}

function readText(told: string): string {
  const text = told.trim()
  if (text === '') throw new Invalid('text', 'Write something first.')
  if (text.length > longestNote) throw new Invalid('text', `A note has at most ${longestNote} characters. Make it shorter.`)
  return text
}

function refuseOther(notes: readonly AdviceNote[], corrects: string, side: AdviceSide): void {
  const isOwn = notes.some((one) => one.id === corrects && one.side === side)
  if (!isOwn) throw new Invalid('corrects', 'Correct a note of your own side. To that of the other side, write a note beside it.')
}
