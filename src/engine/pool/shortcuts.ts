/**
 * Every shortcut of the kernels has a switch. None changes an answer: tests turn them off one by one and in pairs. Why each is
 * exact stands in the README.
 */
export interface Shortcuts {
  /** A block that the place rules out as a whole is decided, or passed over, at once. */
  readonly blocks: boolean
  /** Who meets an essential comes from the lists of its holders, not from everybody's claims. */
  readonly postings: boolean
  /** A column in which nothing stands against anybody is not read. */
  readonly quietTerms: boolean
  /** Where few columns hold all terms, they are held against a row in one look. */
  readonly together: boolean
  /** Whoever misses too much for any count is dropped before terms are looked at. */
  readonly fewMissing: boolean
  /** What people may know unasked is worked out skill by skill, from the lists of holders, not person by person. */
  readonly unknownLists: boolean
  /** Everything unmet of a person is one word where there is room, filled column by column. */
  readonly packedSets: boolean
  /** People who miss the same are one group: a training is held against the group. */
  readonly groups: boolean
  /** Where few are near, what they miss of prerequisites comes from what each of them holds, not from the lists of holders. */
  readonly nearRows: boolean
  /** Of the people found only the best, as many as were asked for, are kept. */
  readonly keepBest: boolean
  /** Where many fits are worked out they come from the lists of holders, all at once. */
  readonly fitLists: boolean
  /** The fit of somebody is not worked out whom the missing essentials alone keep off the list. */
  readonly boundFit: boolean
}

export const allShortcuts: Shortcuts = {
  blocks: true,
  postings: true,
  quietTerms: true,
  together: true,
  fewMissing: true,
  unknownLists: true,
  packedSets: true,
  groups: true,
  nearRows: true,
  keepBest: true,
  fitLists: true,
  boundFit: true,
}
