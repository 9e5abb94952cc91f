/** Something that was said but could not be used; the record itself was not refused. */
export interface Note {
  /** Where it came first. */
  readonly place: string
  readonly note: string
  /** How often the very same was noted. */
  readonly times: number
}

const mostNotes = 100

/** Keeps the first different notes and counts all: memory stays flat. */
export class Notes {
  readonly #first = new Map<string, Note>()
  count = 0

  add(place: string, note: string): void {
    this.count++
    const there = this.#first.get(note)
    if (there) this.#first.set(note, { ...there, times: there.times + 1 })
    else if (this.#first.size < mostNotes) this.#first.set(note, { place, note, times: 1 })
  }

  get first(): readonly Note[] {
    return [...this.#first.values()]
  }
}
