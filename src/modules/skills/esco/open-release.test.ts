import { rmSync, symlinkSync, truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../../../platform/index.ts'
import { recognise, versionIn } from './esco-files.ts'
import { openRelease } from './open-release.ts'
import { dutch, english, later, writeRelease, writeZip, zipOf } from './small-release.ts'

/** Opens a release and reads every byte of what is recognised. */
async function readAll(path: string): Promise<string[]> {
  const release = await openRelease(path)
  try {
    const read: string[] = []
    for (const file of recognise([release]).parts.flatMap((part) => part.files)) {
      let bytes = 0
      for await (const chunk of await file.open()) bytes += chunk.length
      read.push(`${file.name} ${bytes}`)
    }
    return read
  } finally {
    release.close()
  }
}

describe('a release', () => {
  test('reads the same from a folder and from a zip file', async () => {
    const expected = Object.entries(english).map(([name, content]) => `${name} ${content.length}`)
    expect((await readAll(writeRelease(english))).toSorted()).toEqual(expected.toSorted())
    expect((await readAll(writeZip(zipOf(english)))).toSorted()).toEqual(expected.toSorted())
  })

  test('is recognised with the file names of 1.1 and of 1.2', async () => {
    for (const files of [english, later]) {
      const recognised = recognise([await openRelease(writeRelease(files))])
      expect(recognised.structure).toBe(true)
      expect(Object.keys(recognised.relations).toSorted()).toEqual(
        expect.arrayContaining(['broaderSkill', 'occupationSkill', 'skillSkill']),
      )
    }
  })

  test('in two languages reads collections only where the language has no main file, and gathered lists last', async () => {
    const both = await Promise.all(
      [english, { ...dutch, 'greenSkillsCollection_en.csv': 'x' }].map((files) => openRelease(writeRelease(files))),
    )
    expect(recognise(both).labels.map(({ name }) => name)).toEqual([
      'skillGroups_en.csv',
      'ISCOGroups_en.csv',
      'skills_en.csv',
      'occupations_en.csv',
      'occupations_nl.csv',
      'digitalSkillsCollection_nl.csv',
      'skill-labels-nl-partial.csv',
    ])
  })

  test.each([
    ['ESCO dataset - v1.2.0 - classification - en - csv.zip', '1.2.0'],
    ['esco-en-1.1.1', '1.1.1'],
    ['esco-nl-1.1', '1.1'],
    ['ESCO_v1.2', '1.2'],
    ['esco', undefined],
  ])('named %s is version %s', (name, version) => {
    expect(versionIn(basename(name))).toBe(version)
  })
})

describe('a folder or zip file that is not safe or not a release is refused:', () => {
  const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}.csv`, content: '' }))
  const zips: [what: string, path: () => string, says: RegExp][] = [
    [
      'a path outside the archive',
      () => writeZip([...zipOf(english), { name: '../skills_nl.csv', content: 'x' }]),
      /\.\.\/skills_nl\.csv/,
    ],
    [
      'an absolute path',
      () => writeZip([...zipOf(english), { name: '/etc/skills_nl.csv', content: 'x' }]),
      /\/etc\/skills_nl\.csv/,
    ],
    ['a path without end', () => writeZip([{ name: 'a/b/c/d/e/skills_en.csv', content: 'x' }]), /too deep/],
    ['a zip bomb', () => writeZip([{ name: 'skills_en.csv', content: Buffer.alloc(20_000_000) }]), /more than 200 times/],
    [
      'too much in all',
      () => writeZip([1, 2].map((i) => ({ name: `skills_e${i}.csv`, content: 'x', saidBytes: 400_000_000 }))),
      /times|more than 600 MB/,
    ],
    ['too many files', () => writeZip(many), /10001 files/],
    [
      'a file that unpacks to more than it says',
      () => writeZip(zipOf(english).map((entry) => ({ ...entry, saidBytes: 10 }))),
      /cannot be read|more than it says/,
    ],
    ['an encrypted file', () => writeZip(zipOf(english).map((entry) => ({ ...entry, encrypted: true }))), /encrypted/],
    [
      'a link in a zip file',
      () => writeZip([...zipOf(english), { name: 'skills_nl.csv', content: '/etc/passwd', mode: 0o120777 }]),
      /is a link/,
    ],
    ['half a zip file', halfZip, /cannot be read as a zip file/],
    ['a file that is no zip file', () => join(writeRelease(english), 'skills_en.csv'), /cannot be read as a zip file/],
    [
      'a zip file without a release',
      () => writeZip([{ name: 'letter.csv', content: 'a,b' }]),
      /None of the files is one of ESCO's/,
    ],
    ['a zip file without CSV files', () => writeZip([{ name: 'letter.txt', content: 'hello' }]), /There are no CSV files/],
    ['a link in a folder', linkedFolder, /is a link/],
    ['a folder that is not there', () => '/nowhere/esco', /There is no file or folder/],
  ]

  test.each(zips)('%s', async (_what, path, says) => {
    const error = await readAll(path()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect(error).toMatchObject({ message: expect.stringMatching(says) })
  })

  function halfZip(): string {
    const path = writeZip(zipOf(english))
    truncateSync(path, 600)
    return path
  }

  function linkedFolder(): string {
    const folder = writeRelease(english)
    rmSync(join(folder, 'skills_en.csv'))
    symlinkSync('/etc/hostname', join(folder, 'skills_en.csv'))
    return folder
  }
})
