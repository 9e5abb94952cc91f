/**
 * Somebody moves a slider: how long until the new answer is painted, in a real browser, with the program and the browser on this machine.
 *
 *     npm run bench sliding
 *
 * `--size` and `--data` as for `soak`; `--moves N` (30) a page. Each move is one press of an arrow key, a moment after the answer before it;
 * time counts from the browser's own input event until the frame after the answer stands in the page. Promised: under 200 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { demoSizeOf } from '../src/modules/demo/index.ts'
import { launch } from '../test/journeys/serve.ts'
import { option, quantile } from './kernels/options.ts'
import { prepareRecord } from './soak/prepare-record.ts'
import { startProgram } from './soak/program.ts'

const size = demoSizeOf(option('size', 'standard'))
if (!size) throw new Error('A size is standard, national, or a number of vacancies.')
const moves = Number(option('moves', '30'))
const given = option('data', '')
const folder = given || mkdtempSync(join(tmpdir(), 'schakel-sliding-'))
const restMs = 300
const patienceMs = 10_000

const people = ['administration-ends', 'returning-part-time', 'administrator-to-security']
const places = [
  { path: '/nl/routes', slider: 'travel' },
  { path: '/nl/cursussen', slider: 'weeks' },
]

try {
  await prepareRecord(folder, size, 1)
  const program = await startProgram(folder, option('workers', ''))
  const browser = await launch()
  try {
    for (const person of people) {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
      await page.goto(`${program.url}/nl`)
      await page.click(`button[name=example][value="${person}"]`)
      await page.waitForURL('**/nl/routes')
      for (const { path, slider } of places) {
        const times = await slide(page, program.url + path, slider)
        const at = (share: number): string => quantile(times, share).toFixed(0)
        console.log(
          `${person}, ${path}, ${slider}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms of ${times.length} moves`,
        )
      }
      await page.context().close()
    }
  } finally {
    await browser.close()
    await program.stop()
  }
} finally {
  if (given === '') rmSync(folder, { recursive: true, force: true })
}

async function slide(page: Page, address: string, name: string): Promise<number[]> {
  await page.goto(address)
  const slider = page.locator(`#limit-${name}[type=range]`)
  await slider.focus()
  const times: number[] = []
  for (let move = 0; move < moves; move++) {
    // Ten up, ten down: no end is reached.
    const isUp = move % 20 < 10
    const wanted = await slider.evaluate((input, up) => {
      const { value, step } = input as HTMLInputElement
      return Number(value) + (up ? 1 : -1) * Number(step)
    }, isUp)
    // The page listens before the key is pressed.
    await page.evaluate(listen, { name, wanted: String(wanted), patienceMs })
    await page.keyboard.press(isUp ? 'ArrowRight' : 'ArrowLeft')
    times.push(await page.evaluate(() => (window as unknown as Listening).painted))
    await page.waitForTimeout(restMs)
  }
  return times
}

interface Listening {
  /** Milliseconds from the next input until its answer is painted. */
  painted: Promise<number>
}

/** Runs in the page: sets out to measure the next input, until the answer with this value is painted. */
function listen({
  name,
  wanted,
  patienceMs,
}: {
  readonly name: string
  readonly wanted: string
  readonly patienceMs: number
}): void {
  const painted = new Promise<number>((resolve, reject) => {
    let began: number | undefined
    const start = ({ timeStamp }: Event): void => {
      began = timeStamp
    }
    document.addEventListener('input', start, { once: true, capture: true })
    const until = performance.now() + patienceMs
    const look = (): void => {
      const isThere = new URLSearchParams(location.search).get(name) === wanted
      const isDone = document.querySelector('main [aria-busy]')?.getAttribute('aria-busy') === 'false'
      if (began !== undefined && isThere && isDone) {
        const from = began
        // The frame is painted before a task that it asks for runs.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
      } else if (performance.now() > until) reject(new Error(`no answer for ${name}=${wanted}`))
      else requestAnimationFrame(look)
    }
    look()
  })
  ;(window as unknown as Listening).painted = painted
}
