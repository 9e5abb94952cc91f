/** The small family of errors. A message says what, which value, and what to do. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  readonly kind: string
  readonly id: string
  constructor(kind: string, id: string) {
    super(`There is no ${kind} with id "${id}".`)
    this.kind = kind
    this.id = id
  }
}

/** Input that cannot be used. `where` is a field, a file and line, or a parameter. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
  readonly where: string
  readonly problems: readonly { readonly where: string; readonly message: string }[]
  constructor(where: string, message: string, problems: readonly { where: string; message: string }[] = []) {
    super(message)
    this.where = where
    this.problems = problems
  }
}

/** Only who is signed in may do this. Pages lead to the sign-in page and back. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded'
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** The record holds something that stands in the way: a second process, a newer schema, an import that runs. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** More is asked than can be answered now, or in time. Asking again after `retryAfterSeconds` may help. */
export class Busy extends Error {
  override readonly name = 'Busy'
  readonly retryAfterSeconds: number
  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
