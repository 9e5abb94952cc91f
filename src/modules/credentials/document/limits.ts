/**
 * What a file with a credential may cost. A badge is a picture with a few kilobytes of text in it; who sends more is told which limit it passes.
 */
export const credentialLimits = {
  fileBytes: 5_000_000,
  /** Of the document itself, as it comes and unpacked. A European credential carries pictures in it. */
  documentBytes: 1_000_000,
  /** Objects and lists that lie in each other, and all values together. */
  depth: 60,
  values: 20_000,
  /** Blank nodes cost the most to bring into canonical order: a badge has some dozens. */
  blankNodes: 2_000,
  canonizeMilliseconds: 3_000,
} as const
