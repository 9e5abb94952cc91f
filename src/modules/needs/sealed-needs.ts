import { type Cipher, Unreadable } from '../../platform/index.ts'

/** Needs as they are read: ids of the list, or why they cannot be read now. Nothing is lost: with the right key they are there again. */
export type ReadNeeds = { readonly ids: readonly string[] } | { readonly problem: Unreadable['why'] }

/** All texts get this length, so that nobody sees from a sealed text how many needs are in it. The whole list fits twice. */
const paddedLength = 1024

/** Needs and sealed text, to and fro. @param known ids of the list, in its order */
export function createSealedNeeds(cipher: Cipher, known: readonly string[]) {
  return {
    seal: (ids: readonly string[], belongsTo: string): string => cipher.seal(JSON.stringify(ids).padEnd(paddedLength), belongsTo),
    read(sealed: string, belongsTo: string): ReadNeeds {
      try {
        const ids = JSON.parse(cipher.open(sealed, belongsTo)) as string[]
        // What left the list since is not shown; it goes when the person next saves.
        return { ids: known.filter((id) => ids.includes(id)) }
      } catch (error) {
        if (error instanceof Unreadable) return { problem: error.why }
        throw error
      }
    },
    isCurrent: (sealed: string): boolean => cipher.isCurrent(sealed),
  }
}

/** What a sealed text belongs to: moved to another row it does not open. */
export const ofAccount = (account: string): string => `needs of ${account}`
export const ofRelease = ({ id, account }: { readonly id: string; readonly account: string }): string =>
  `release ${id} of ${account}`
