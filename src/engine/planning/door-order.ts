import type { OpenContents } from './open-contents.ts'

/**
 * The open contents in the order in which pairs are looked at: those that close most alone come first, as what is on the front early
 * rules out the rest; blocked ones, which ask something first that the person lacks, stand at the end.
 */
export class DoorOrder {
  /** Content by place. */
  readonly contents: Int32Array
  /** Place by content; -1 where it is not open. */
  readonly place: Int32Array
  /** Contents at this place or later are blocked. */
  readonly blockedFrom: number

  /** `alone`: by content, rows that it closes alone. */
  constructor({ isOpen, blocked }: OpenContents, alone: Float64Array) {
    const contents: number[] = []
    for (let content = 0; content < isOpen.length; content++) if (isOpen[content] === 1) contents.push(content)
    contents.sort(
      (a, b) => (blocked[a] as number) - (blocked[b] as number) || (alone[b] as number) - (alone[a] as number) || a - b,
    )
    this.contents = Int32Array.from(contents)
    this.place = new Int32Array(isOpen.length).fill(-1)
    for (const [place, content] of contents.entries()) this.place[content] = place
    const first = contents.findIndex((content) => blocked[content] === 1)
    this.blockedFrom = first < 0 ? contents.length : first
  }

  get size(): number {
    return this.contents.length
  }
}
