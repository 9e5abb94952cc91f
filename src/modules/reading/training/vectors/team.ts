/**
 * Threads that do one piece of work together, in step: each does its part of a phase and waits until all have. What comes out is the same with any number of
 * them, for each number is made by one thread, in one order.
 */
export interface Team {
  /** Which of them this is, from 0. */
  readonly index: number
  readonly size: number
  /** Waits for the others. */
  meet(): void
}

export const alone: Team = { index: 0, size: 1, meet() {} }

/** Cells for `meetingAt`: how many are there, and how many times all were. */
export function meetingPlace(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
}

export function teamMember(place: Int32Array, index: number, size: number): Team {
  return {
    index,
    size,
    meet() {
      const turn = Atomics.load(place, 1)
      if (Atomics.add(place, 0, 1) === size - 1) {
        Atomics.store(place, 0, 0)
        Atomics.add(place, 1, 1)
        Atomics.notify(place, 1)
        return
      }
      while (Atomics.load(place, 1) === turn) Atomics.wait(place, 1, turn)
    },
  }
}

/** The part of `count` things that a member takes care of, as from and up to. */
export function partOf(count: number, { index, size }: Team): readonly [from: number, upTo: number] {
  return [Math.floor((count * index) / size), Math.floor((count * (index + 1)) / size)]
}
