/** Every number that is a choice of this module; reason and source of each in docs/engine/knobs.md. */
export const demandKnobs = {
  version: '2026-11',
  /** An occupation is one that a programme leads to from this part of its essentials on. Of none so much: the one with the largest part. */
  leastShare: 1 / 3,
  mostOccupations: 4,
  /** Quotes of one skill, and skills that have quotes. */
  quotesEach: 3,
  skillsQuoted: 30,
} as const
