/** How far a question may go. Left out: as far as it takes. */
export interface Effort {
  /** Paths have at most so many offerings: fewer than usual in an answer that had to be limited (ruling 51). */
  readonly mostTrainings?: number
  /** Called now and then inside long questions. It throws to end one. */
  readonly turn?: () => void
}
