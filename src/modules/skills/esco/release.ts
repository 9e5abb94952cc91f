/** One CSV file of a release. */
export interface ReleaseFile {
  /** Its own name, without folders. */
  readonly name: string
  open(): Promise<AsyncIterable<Buffer>>
}

/** CSV files that lie in one folder: one language of a release, as it is downloaded. */
export interface ReleasePart {
  /** Where it was found: holds the version in the official downloads. */
  readonly name: string
  readonly files: readonly ReleaseFile[]
}

export interface OpenRelease {
  readonly parts: readonly ReleasePart[]
  close(): void
}

/** The official download has its files in one folder; we look a little deeper, and never without end. */
export const deepestFolder = 3
