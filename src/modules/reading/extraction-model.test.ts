import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openReadingModels } from './extraction-model.ts'
import { modelsVersion } from './models-version.ts'

test('a damaged encoder of this place is passed over with a warning, and is another version of the models', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-model-'))
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  try {
    const shipped = await openReadingModels(folder)
    const version = await modelsVersion(folder)
    writeFileSync(join(folder, 'encoder.bin'), 'no encoder')
    const { encoder } = await openReadingModels(folder)
    expect(encoder?.version).toBe(shipped.encoder?.version)
    expect(encoder?.version).toBeDefined()
    expect(warned).toHaveBeenCalledOnce()
    expect(warned.mock.calls[0]?.[0]).toContain('schakel train')
    expect(await modelsVersion(folder)).not.toBe(version)
  } finally {
    warned.mockRestore()
    rmSync(folder, { recursive: true })
  }
})
