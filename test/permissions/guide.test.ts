import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guideFile, permissionGuide } from '../../scripts/permission-guide.ts'

test('the guide says what the permission table says (else: node scripts/permission-guide.ts)', () => {
  expect(readFileSync(guideFile, 'utf8')).toBe(permissionGuide())
})
