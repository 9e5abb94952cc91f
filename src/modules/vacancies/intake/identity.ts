/**
 * In one run the same identity may come more than once with other content: the second is kept under the identity with its checksum.
 * Until 2026-11 it was kept as `...#2`.
 */
const copyMark = /(?:##[\w-]{43}|#\d{1,6})$/

export function copyIdentity(identity: string, checksum: string): string {
  return `${identity}##${checksum}`
}

/** What a kept record is known by, without the mark of a copy. */
export function identityOf(externalId: string): string {
  return externalId.replace(copyMark, '')
}
