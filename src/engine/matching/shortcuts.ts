/**
 * Each way in which the engine looks at less than everything. All are on; a test turns them off, one by one and in pairs, and
 * finds the same answers. Why each is exact: `docs/engine/how-it-works.md`.
 */
export interface Shortcuts {
  /** A cell at a place out of reach is left after its last row with enough work from home. */
  readonly cells: boolean
  /** Hours, days, languages and papers are told for 32 rows at once, from bits. */
  readonly termBitmaps: boolean
  /** Whether a place is near is told by the line through the globe, where that is sure. */
  readonly chords: boolean
  /** Where many rows stand open, their sums come from the rows that state what the person knows, not row by row. */
  readonly postings: boolean
  /** Rows are searched in order of a bound, until the next bound is too low. */
  readonly rowOrder: boolean
  /** A row waits under its close bound before it is searched. */
  readonly closeBound: boolean
  /** What several contents raise is given to a row in advance, so that it is not counted several times. */
  readonly advances: boolean
  /** The best plan to a row is looked for little below the bound of the row; if there is none, later and further down. */
  readonly floors: boolean
  /** A content is left out of a search where no path with it is worth enough by the bound of the row. */
  readonly holders: boolean
  /** In high, rows to which nothing is missing wait under what their one plan is worth. */
  readonly exactRows: boolean
  /** Of a content no course is tried that another one equals or beats. */
  readonly bestCourses: boolean
  /** What contents add beside the first one bounds what more of them add. */
  readonly besideFirst: boolean
  /** A set of contents ends no sooner than the soonest choice of their courses. */
  readonly soonestEnds: boolean
  /** The last content of a set must teach what the others still ask first. */
  readonly lastTeaches: boolean
  /** Contents that no wanted path can hold are left out of a search. */
  readonly worthyContents: boolean
  /** Inside a search, sums of nets end the loops. */
  readonly nets: boolean
  /** What a front beats already is not looked for. */
  readonly boxes: boolean
  /** A pair of doors that a known door beats is not walked. */
  readonly doorBoxes: boolean
  /** A pair of doors that opens no more than one of the two is not walked. */
  readonly doorParts: boolean
  /** Pairs of doors are tried in order of what the two open alone, until that is less than what is had for the least they take. */
  readonly doorOrder: boolean
  /** A row that misses several essentials is kept for single changes only where one skill may close two of them. */
  readonly oneSkill: boolean
  /** What no three contents cover is left out of changes with training. */
  readonly taught: boolean
  /** Where a change lets more courses be followed, only what those teach or enable is looked at again. */
  readonly newCourses: boolean
  /** Whether something leads to rows that miss the same is asked of what covers it, without a search. */
  readonly closingPaths: boolean
}

export const allShortcuts: Shortcuts = {
  cells: true,
  termBitmaps: true,
  chords: true,
  postings: true,
  rowOrder: true,
  closeBound: true,
  advances: true,
  floors: true,
  holders: true,
  exactRows: true,
  bestCourses: true,
  besideFirst: true,
  soonestEnds: true,
  lastTeaches: true,
  worthyContents: true,
  nets: true,
  boxes: true,
  doorBoxes: true,
  doorParts: true,
  doorOrder: true,
  oneSkill: true,
  taught: true,
  newCourses: true,
  closingPaths: true,
}
