import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * How a secret is hashed: argon2id, with memory in KiB and passes as the OWASP Password Storage Cheat Sheet gives them
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: 19 MiB, two passes, one lane; looked up 2026-11-29). Hashes carry their
 * own parameters, so these can be raised and old hashes still be verified.
 */
const owasp = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const saltLength = 16
/** No hash of ours asks more: one that was put into the record by somebody else could stop the program. */
const most = { memory: 262_144, passes: 10, parallelism: 4 }

type Cost = typeof owasp

/** `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`, as argon2 libraries write it. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(saltLength)
  const tag = await argon2id(secret, salt, owasp, tagLength)
  return `$argon2id$v=19$m=${owasp.memory},t=${owasp.passes},p=${owasp.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** Whether this is the secret: compared in a time that does not depend on how much of it is right. False for what is no hash of ours. */
export async function isSecret(secret: string, hash: string): Promise<boolean> {
  const read = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,171})$/.exec(
    hash,
  )
  if (!read) return false
  const cost = { memory: Number(read[1]), passes: Number(read[2]), parallelism: Number(read[3]) }
  if (cost.memory > most.memory || cost.passes > most.passes || cost.parallelism > most.parallelism) return false
  const kept = Buffer.from(read[5] ?? '', 'base64')
  const tag = await argon2id(secret, Buffer.from(read[4] ?? '', 'base64'), cost, kept.length)
  return timingSafeEqual(tag, kept)
}

function argon2id(secret: string, salt: Buffer, cost: Cost, length: number): Promise<Buffer> {
  const parameters: Argon2Parameters = { message: secret, nonce: salt, tagLength: length, ...cost }
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
