/** Every number that is a choice in training. All go into the manifest of what was trained. */
export interface TrainingSettings {
  readonly seed: number
  readonly dimensions: number
  /** A stem gets a row when it stands in so many texts. */
  readonly leastTexts: number
  readonly mostRows: number
  /** Words of a description that count, from its beginning. */
  readonly mostWords: number
  /** How far apart two words may stand to count as together. */
  readonly window: number
  /** Power of a word's own share in what it is compared with: below 1 rare words pull less. */
  readonly smoothing: number
  /** Together less than this is chance. */
  readonly leastTogether: number
  readonly powerSteps: number
  readonly epochs: number
  /** Epochs, from the first, in which any pair may stand beside any other; in the others those of a batch are alike. */
  readonly mixedEpochs: number
  /** Parts of the space that the batches of alike texts come from. */
  readonly corners: number
  readonly batch: number
  readonly temperature: number
  readonly rate: number
  /** How long each row is when learning begins, against the steps that it takes. */
  readonly startLength: number
  /** Share of sentences from which the words of the skill in it are taken, so that the rest must point to it. */
  readonly hiddenShare: number
  /** Share of concepts whose Dutch and English are not shown to be the same, to measure with; 0 for what is used. */
  readonly heldOutShare: number
}

export const trainingSettings: TrainingSettings = {
  seed: 20261129,
  dimensions: 256,
  leastTexts: 2,
  mostRows: 28_000,
  mostWords: 48,
  window: 6,
  smoothing: 0.75,
  leastTogether: 0.6,
  powerSteps: 2,
  epochs: 2,
  mixedEpochs: 1,
  corners: 16,
  batch: 512,
  temperature: 0.06,
  rate: 0.004,
  startLength: 1,
  hiddenShare: 0.6,
  heldOutShare: 0,
}
