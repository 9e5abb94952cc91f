import { expect, test } from 'vitest'
import { createSigner } from './signer.ts'

const old = 'a'.repeat(32)
const fresh = 'b'.repeat(32)

test('gives back what it signed, and nothing that was changed or signed by another', () => {
  const signer = createSigner([old])
  const signed = signer.sign('to.morrow')
  expect(signer.findText(signed)).toBe('to.morrow')
  expect(signer.findText(`x${signed}`)).toBeUndefined()
  expect(signer.findText('to.morrow')).toBeUndefined()
  expect(createSigner([fresh]).findText(signed)).toBeUndefined()
})

test('after a rotation what the old secret signed still counts, until that secret is taken out', () => {
  const signed = createSigner([old]).sign('text')
  const both = createSigner([fresh, old])
  expect(both.findText(signed)).toBe('text')
  expect(createSigner([fresh]).findText(both.sign('text'))).toBe('text')
})
