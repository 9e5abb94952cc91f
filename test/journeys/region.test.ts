/** A region's own files, from nothing to routes on the site, with the three commands of docs/guides/start-a-region.md. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlansView } from '../../src/modules/planning/index.ts'
import { badProgramme, badRows, badVacancyCount, programmeCount, vacancyCount, writeRegionFiles } from './region-files.ts'
import { chromiumPath, launch } from './serve.ts'
import { type ServedProgram, serveProgram } from './serve-program.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'schakel-region-'))
const dataFolder = join(folder, 'data')

interface Said {
  readonly stdout: string
  readonly stderr: string
}

async function schakel(...words: readonly string[]): Promise<Said> {
  return await promisify(execFile)(process.execPath, [join(root, 'bin/schakel'), ...words], {
    cwd: folder,
    env: { ...process.env, SCHAKEL_DATA: dataFolder, DATABASE_URL: '' },
    maxBuffer: 50_000_000,
  })
}

describe('a region starts with its own files', () => {
  let vacancies: Said
  let trainings: Said
  let served: ServedProgram
  let browser: Browser | undefined

  beforeAll(async () => {
    mkdirSync(dataFolder)
    await writeRegionFiles(folder, new Date())
    const commands = [...guideCommands()]
    expect(commands).toEqual([
      'bin/schakel import vacancies vacatures.csv',
      'bin/schakel import trainings opleidingen.json',
      'npm start',
    ])
    vacancies = await schakel('import', 'vacancies', 'vacatures.csv')
    trainings = await schakel('import', 'trainings', 'opleidingen.json')
    served = await serveProgram({ dataFolder })
    browser = chromiumPath === undefined ? undefined : await launch()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = async (path: string) => (await fetch(`${served.url}/api/v1${path}`)).json() as Promise<Record<string, unknown>>

  test('every vacancy that can be read is published, and every other is told with its line and reason', async () => {
    const good = vacancyCount - badVacancyCount
    expect(vacancies.stdout).toContain(`${vacancyCount - countUnparsed()} vacancies read: ${good} published`)
    expect(vacancies.stdout).toContain(`${badVacancyCount} rejected`)
    const { body } = await fetchAll('/vacancies?limit=1')
    expect(body).toMatchObject({ items: [{ demo: false }] })
  })

  test('the rows that were refused can be had as a file, each with its line and reason', async () => {
    const { stdout: runs } = await schakel('imports', 'list')
    const run = /^(\S+) {2}.* {2}vacancies {2}/m.exec(runs)?.[1]
    const { stdout } = await schakel('imports', 'rejects', String(run), '--as', 'ndjson')
    const rejects = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { place: string; reason: string })
    expect(rejects).toHaveLength(badVacancyCount)
    rejects.forEach(({ place, reason }, at) => {
      expect(place).toMatch(/^vacatures\.csv:\d+$/)
      expect(reason).toMatch(badRows[at % badRows.length]?.reason as RegExp)
    })
  }, 120_000)

  test('every programme that can be read is in, with its offering', async () => {
    expect(trainings.stdout).toContain(`${programmeCount - 1} programmes with ${programmeCount - 1} offerings published`)
    expect(trainings.stdout).toContain(`item ${badProgramme + 1}: duration "een tijdje" is no duration`)
    const own = { hasNextPage: true, count: 0 }
    for (let number = 1; own.hasNextPage; number++) {
      const page = await get(`/ooapi/v6/programmes?q=verzonnen&pageSize=250&pageNumber=${number}`)
      own.count += (page.items as unknown[]).length
      own.hasNextPage = page.hasNextPage === true
    }
    expect(own.count).toBe(programmeCount - 1)
  })

  test('there is no demo world beside it', async () => {
    expect(await get('/programmes?limit=100')).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ demo: true })]),
    })
  })

  test('somebody from a service desk gets routes through these trainings to these vacancies', async () => {
    const response = await fetch(`${served.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile, language: 'nl' }),
    })
    expect(response.status).toBe(200)
    const view = (await response.json()) as PlansView
    const steps = view.groups.flatMap(({ best }) => best.steps)
    const taught = steps.flatMap((step) => (step.kind === 'training' ? [step.training] : []))
    expect(taught.length).toBeGreaterThan(0)
    expect(JSON.stringify(taught)).toContain('Voorbeeldschool')
    expect(JSON.stringify(view.groups)).toContain('(verzonnen)')
  })

  test.skipIf(chromiumPath === undefined)('and the same on the site, without a script', async () => {
    const context = await (browser as Browser).newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${served.url}/nl/profiel`)
    await page.fill('#beroep input[name=occupation]', 'servicedesk')
    await page.click('#beroep form button[type=submit]')
    await page.locator('#beroep .found button').first().click()
    await page.fill('#f-hours', '24')
    await page.fill('#f-hoursMax', '36')
    await page.fill('#f-place', 'Groningen')
    await page.selectOption('#f-dutch', '6')
    await page.locator('#uren button[type=submit]').click()
    // The form that a page with all these skills on it would send.
    const form = Object.fromEntries(Object.keys(answers).map((skill) => [`answer:${skill}`, 'no']))
    await page.request.post(`${served.url}/nl/profiel`, {
      form: { intent: 'answers', at: 'skills', ...form },
      headers: { origin: served.url },
    })
    await page.goto(`${served.url}/nl/routes`)
    const links = await page
      .locator('main a[href*="/nl/routes/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const texts: string[] = []
    for (const link of new Set(links)) {
      await page.goto(`${served.url}${link}`)
      texts.push(await page.locator('main').innerText())
    }
    expect(texts.filter((text) => text.includes('Voorbeeldschool') && text.includes('Voorbeeldbedrijf')).length).toBeGreaterThan(
      0,
    )
    await page.goto(`${served.url}/nl/opleidingen`)
    expect(await page.locator('main').innerText()).toContain('Voorbeeldschool')
    await context.close()
  })

  async function fetchAll(path: string) {
    const response = await fetch(`${served.url}/api/v1${path}`)
    return { status: response.status, body: await response.json() }
  }
})

/** Knows the service desk and nothing of what the vacancies ask, so that every route leads through a training. */
const skills =
  'microsoft-365 active-directory itil linux windows-server powershell java sql git power-bi python selenium scrum azure kubernetes terraform'
const answers = Object.fromEntries(skills.split(' ').map((name) => [`schakel:skill/${name}`, 'no']))
const profile = {
  occupations: ['schakel:occupation/servicedesk-employee'],
  municipality: 'Groningen',
  languages: { nl: 6 },
  hours: [24, 36],
  answers,
}

/** A row with too few cells is no record at all. */
function countUnparsed(): number {
  return badVacancyCount / badRows.length
}

function* guideCommands(): Generator<string> {
  const guide = readFileSync(join(root, 'docs/guides/start-a-region.md'), 'utf8')
  const block = /```sh\n([\s\S]+?)```/.exec(guide)?.[1] ?? ''
  yield* block.trim().split('\n')
}
