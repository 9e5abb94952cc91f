/** Working memory of one holder of an index, kept between questions so that nothing large is made for each of them. */
export class Scratch {
  #words = new Uint32Array(0)
  #levels = new Uint8Array(0)

  /** So many noughts. Only one at a time: the next call gives the same memory. */
  words(length: number): Uint32Array {
    if (this.#words.length < length) this.#words = new Uint32Array(length)
    else this.#words.fill(0, 0, length)
    return this.#words
  }

  /** Noughts by concept; who writes in it wipes it. */
  levels(length: number): Uint8Array {
    if (this.#levels.length < length) this.#levels = new Uint8Array(length)
    return this.#levels
  }
}
