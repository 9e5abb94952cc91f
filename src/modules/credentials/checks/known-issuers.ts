import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Invalid } from '../../../platform/index.ts'
import { fromJwk, fromMultikey } from '../proof/index.ts'
import type { KnownIssuer } from './check-parts.ts'

const issuers = z.array(
  z.strictObject({
    id: z.string().min(1).max(500),
    name: z.string().min(1).max(200),
    /** Multibase (`z6Mk…`) or a JWK. */
    keys: z
      .array(z.union([z.string(), z.looseObject({ kty: z.string() })]))
      .min(1)
      .max(20),
  }),
)

/**
 * The issuers that the operator knows, with their keys: a JSON file, `[{ "id": "https://…", "name": "…", "keys": ["z6Mk…"] }]`.
 * @throws Invalid naming the place that is wrong
 */
export async function readKnownIssuers(file: string): Promise<readonly KnownIssuer[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Invalid('SCHAKEL_CREDENTIAL_ISSUERS', `${file} cannot be read: ${(error as Error).message}`)
  }
  return parseKnownIssuers(text, file)
}

export function parseKnownIssuers(text: string, file: string): readonly KnownIssuer[] {
  const parsed = issuers.safeParse(jsonOf(text))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || file, message }))
    throw new Invalid(
      'SCHAKEL_CREDENTIAL_ISSUERS',
      `${file} is no list of issuers: ${problems[0]?.where}: ${problems[0]?.message}`,
    )
  }
  return parsed.data.map(({ id, name, keys }, at) => ({
    id,
    name,
    keys: keys.map((key, number) => readKey(key) ?? refuse(file, `[${at}].keys[${number}]`)),
  }))
}

/** A public key as somebody writes it: in multibase, or as a JWK. */
export function readKey(key: unknown): KeyObject | undefined {
  return typeof key === 'string' ? fromMultikey(key.trim()) : fromJwk(key)
}

function refuse(file: string, place: string): never {
  throw new Invalid(
    'SCHAKEL_CREDENTIAL_ISSUERS',
    `${file}: ${place} is no public key of Ed25519, P-256 or RSA, in multibase (z6Mk…) or as a JWK.`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
