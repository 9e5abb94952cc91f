/**
 * Numbers of what was numbered before, by a small key that is a number itself. A dictionary names its values by texts, and to write a
 * text for every row took most of the time of building columns: rows say again what others said, so that a text is written once.
 */
export class QuickNumbers {
  readonly #numbers = new Map<number, number>()

  /** Undefined where the key is new, or is none (`NaN`): then the dictionary says the number, and `keep` takes it. */
  of(key: number): number | undefined {
    return this.#numbers.get(key)
  }

  /** Gives the number back. A row without a key is looked up anew each time. */
  keep(key: number, number: number): number {
    if (!Number.isNaN(key)) this.#numbers.set(key, number)
    return number
  }
}

/** A part of a key: below `end`, 0 for silence; `NaN`, and so the whole key, for what is no small whole number. */
export function partOfKey(value: number | undefined, end: number): number {
  if (value === undefined) return 0
  return value >= 0 && value < end - 1 && Math.floor(value) === value ? value + 1 : Number.NaN
}

/** The same for yes and no: below 3. */
export function flagOfKey(value: boolean | undefined): number {
  return value === undefined ? 0 : value ? 1 : 2
}
