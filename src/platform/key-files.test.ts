import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCipher } from './cipher.ts'
import { readAuditKey, readNeedsKeys } from './key-files.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('keys are made once, kept for the next start, and readable for this user alone', () => {
  const dataFolder = newFolder()
  const needs = readNeedsKeys({ needsKeys: [], dataFolder })
  expect(readNeedsKeys({ needsKeys: [], dataFolder })).toEqual(needs)
  expect(createCipher(needs).seal('a', 'b')).not.toBe('')
  const audit = readAuditKey({ auditKey: undefined, dataFolder })
  expect(readAuditKey({ auditKey: undefined, dataFolder }).equals(audit)).toBe(true)
  for (const name of ['needs-key', 'audit-key']) expect(statSync(join(dataFolder, name)).mode & 0o777).toBe(0o600)
})

test('keys of the configuration come first, and another kind of key is refused without saying it back', () => {
  const dataFolder = newFolder()
  const der = { format: 'der', type: 'pkcs8' } as const
  const own = generateKeyPairSync('ed25519').privateKey
  expect(readAuditKey({ auditKey: own.export(der).toString('base64'), dataFolder }).equals(own)).toBe(true)
  expect(readNeedsKeys({ needsKeys: ['k'], dataFolder })).toEqual(['k'])
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(der).toString('base64')
  expect(() => readAuditKey({ auditKey: other, dataFolder })).toThrow('SCHAKEL_AUDIT_KEY should be an Ed25519 private key')
  expect(() => readAuditKey({ auditKey: other, dataFolder })).not.toThrow(other)
  writeFileSync(join(dataFolder, 'audit-key'), 'broken')
  expect(() => readAuditKey({ auditKey: undefined, dataFolder })).toThrow(/audit-key should be/)
})
