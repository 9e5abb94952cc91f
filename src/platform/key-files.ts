import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { Invalid } from './errors.ts'

/**
 * Keys that encrypt accommodation needs: those of the configuration, or one made once and kept where only this user can read it. A key of their own:
 * who has the signing secret or a backup cannot read them.
 */
export function readNeedsKeys(config: Pick<Config, 'needsKeys' | 'dataFolder'>): readonly string[] {
  if (config.needsKeys.length > 0) return config.needsKeys
  return [readOrMake(config.dataFolder, 'needs-key', () => randomBytes(32).toString('base64')).trim()]
}

/**
 * The key that signs checkpoints of the decision log (Ed25519): of the configuration, or made once and kept in the data folder.
 * @throws Invalid when it is no such key
 */
export function readAuditKey(config: Pick<Config, 'auditKey' | 'dataFolder'>): KeyObject {
  const { auditKey, dataFolder } = config
  const text = auditKey ?? readOrMake(dataFolder, 'audit-key', makeAuditKey).trim()
  const where = auditKey === undefined ? join(dataFolder, 'audit-key') : 'SCHAKEL_AUDIT_KEY'
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, without the key.
  }
  throw new Invalid('configuration', `${where} should be an Ed25519 private key: PKCS #8 (DER) as base64.`)
}

const makeAuditKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')

function readOrMake(folder: string, name: string, make: () => string): string {
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    // Fails when it exists, so two processes that start together end up with the same one.
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
