/** Everything that comes from outside the program, made once in `main.ts` and passed on. Tests pass their own. */
export interface Clock {
  /** Now, in milliseconds since 1970. */
  now(): number
}

export interface Ids {
  /** A new id that sorts by time. */
  next(): string
  /** 32 random bytes as base64url, for tokens. */
  token(): string
}

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

export interface Outside {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

/** Progress of long work: how far, out of how much when that is known. */
export type Progress = (step: { readonly what: string; readonly done: number; readonly total?: number }) => void
