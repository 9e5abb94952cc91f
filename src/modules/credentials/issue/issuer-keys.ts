import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { type ActingDatabase, type Clock, createCipher, NotFound, Unreadable } from '../../../platform/index.ts'
import { toMultikey } from '../proof/index.ts'
import { algorithmOf, type KeyAlgorithm, type PublishedKey } from './issuer-documents.ts'
import { addKey, listKeys, listSealedKeys, markLost, retireKey, sealAnew } from './issuer-key-store.ts'
import { BadgeRefused } from './refused.ts'

/** What signs for an organisation now. */
export interface SigningKey {
  /** The public half, as a multikey. */
  readonly id: string
  readonly privateKey: KeyObject
}

/** Keys of organisations that issue: one signs, older ones stay published. In transactions of the caller, which holds the organisation. */
export interface IssuerKeys {
  /** Public halves, the newest first. */
  list(inside: ActingDatabase, organisation: string): Promise<readonly PublishedKey[]>
  /** The key that signs; made where there is none yet. @throws BadgeRefused `noKey` when it was sealed with a secret that is gone */
  signing(inside: ActingDatabase, organisation: string): Promise<SigningKey>
  /** The same, undefined where there is none, or it cannot be read. */
  findSigning(inside: ActingDatabase, organisation: string): Promise<SigningKey | undefined>
  /** A new key signs from now on, in this way; left out: as the one before. What the old one signed stays valid. */
  rotate(inside: ActingDatabase, organisation: string, algorithm?: KeyAlgorithm): Promise<void>
  /**
   * Somebody else may have had this key since a moment: what it signed from then on is not valid. A key that signed until now is replaced.
   * @throws NotFound when it is no key of this organisation, or is marked already
   */
  lose(inside: ActingDatabase, organisation: string, key: string, from: number): Promise<void>
  /** Seals with the newest secret what an older one sealed. @returns how many */
  sealAnew(program: ActingDatabase): Promise<number>
}

/** @param secrets of the installation, the newest first: keys are sealed with a key made of it for this alone (HKDF, RFC 5869). */
export function createIssuerKeys(secrets: readonly string[], clock: Clock): IssuerKeys {
  const cipher = createCipher(
    secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'schakel issuer keys', 32)).toString('base64')),
  )
  const boundTo = (organisation: string, id: string): string => JSON.stringify(['issuer-key', organisation, id])

  async function make(inside: ActingDatabase, organisation: string, algorithm: KeyAlgorithm): Promise<SigningKey> {
    const { privateKey, publicKey } =
      algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
    const id = toMultikey(publicKey)
    const text = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    await addKey(inside, organisation, { id, sealed: cipher.seal(text, boundTo(organisation, id)), madeAt: clock.now() })
    return { id, privateKey }
  }

  function open(organisation: string, id: string, sealed: string): SigningKey | undefined {
    try {
      const text = cipher.open(sealed, boundTo(organisation, id))
      return { id, privateKey: createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }) }
    } catch (error) {
      if (error instanceof Unreadable) return undefined
      throw error
    }
  }

  async function current(inside: ActingDatabase, organisation: string) {
    return (await listKeys(inside, organisation)).find(({ signsUntil }) => signsUntil === undefined)
  }

  async function findSigning(inside: ActingDatabase, organisation: string): Promise<SigningKey | undefined> {
    const one = await current(inside, organisation)
    return one?.sealed === undefined ? undefined : open(organisation, one.id, one.sealed)
  }

  async function rotate(inside: ActingDatabase, organisation: string, algorithm?: KeyAlgorithm): Promise<void> {
    const one = await current(inside, organisation)
    if (one) await retireKey(inside, one.id, clock.now())
    await make(inside, organisation, algorithm ?? (one ? algorithmOf(one.id) : 'EdDSA'))
  }

  return {
    findSigning,
    rotate,
    async list(inside, organisation) {
      return (await listKeys(inside, organisation)).map(({ sealed: _sealed, ...published }) => published)
    },
    async signing(inside, organisation) {
      if (!(await current(inside, organisation))) return make(inside, organisation, 'EdDSA')
      const found = await findSigning(inside, organisation)
      if (!found) throw new BadgeRefused('noKey')
      return found
    },
    async lose(inside, organisation, key, from) {
      const one = await current(inside, organisation)
      if (!(await markLost(inside, organisation, key, from))) throw new NotFound('key', key)
      if (one?.id === key) await rotate(inside, organisation)
    },
    async sealAnew(program) {
      let count = 0
      for (const { id, organisation, sealed } of await listSealedKeys(program)) {
        if (cipher.isCurrent(sealed)) continue
        const found = open(organisation, id, sealed)
        if (!found) continue
        const text = found.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
        await sealAnew(program, id, cipher.seal(text, boundTo(organisation, id)))
        count++
      }
      return count
    },
  }
}
