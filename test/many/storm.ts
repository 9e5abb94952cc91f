/**
 * Four workers and three servers on one PostgreSQL, of which one after the other is killed, told to stop, or left without a database for some seconds,
 * while vacancies come in and a night's work goes on. Afterwards: nothing lost, nothing done twice, and all servers answer the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { actAs } from '../../src/platform/index.ts'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'
import { headerOf, startMailServer } from '../mail-server.ts'
import { endAll, pauseDatabase, type Running, type Surroundings, startServer, startWorker } from './processes.ts'
import { leaveFairnessOut, makeStormWorld, type StormWorld, watchParts } from './world.ts'

export interface StormOptions {
  readonly seconds: number
  readonly people: number
  readonly workers: number
  readonly servers: number
  /** Between two blows, on average. */
  readonly blowEveryMs: number
  readonly tell?: (line: string) => void
  readonly program?: string
}

/** What a storm did and what was found after it. Empty lists: nothing was wrong. */
export interface StormReport {
  readonly blows: Readonly<Record<string, number>>
  readonly published: number
  readonly parts: { readonly done: number; readonly triedAgain: number }
  readonly alerts: number
  readonly mails: { readonly sent: number; readonly perhapsLost: number }
  /** From the last write to the moment at which all servers were asked, and answered the same and as the record says. */
  readonly equalAfterMs: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly unequal: readonly string[]
}

const roundsEveryMs = 150
const answersWithinMs = 60_000
const doneWithinMs = 120_000

export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { tell = () => {} } = options
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed: npm run setup:test')
  const cluster = await startPostgresCluster(programs)
  const folder = mkdtempSync(join(tmpdir(), 'schakel-storm-'))
  const mail = await startMailServer()
  const crew: Running[] = []
  let world: StormWorld | undefined
  try {
    tell('making a record')
    world = await makeStormWorld(cluster.url, options.people)
    const surroundings: Surroundings = {
      databaseUrl: cluster.url,
      folder,
      said: (name, line) => {
        if (/"level":"error"|Error/.test(line)) tell(`${name}: ${line.slice(0, 300)}`)
      },
      env: {
        SCHAKEL_DEMO: 'off',
        SCHAKEL_SECRETS: 'a secret that all processes of this storm share',
      },
      workerEnv: { SMTP_URL: mail.url, MAIL_FROM: 'post@schakel.example', PUBLIC_URL: 'http://localhost:3999' },
      ...(options.program === undefined ? {} : { program: options.program }),
    }
    const starts = [
      ...Array.from({ length: options.servers }, (_, number) => () => startServer(surroundings, `server-${number + 1}`)),
      ...Array.from({ length: options.workers }, (_, number) => () => startWorker(surroundings, `worker-${number + 1}`)),
    ]
    await watchParts(world.db)
    await leaveFairnessOut(world)
    tell(`starting ${options.servers} servers and ${options.workers} workers, all at once`)
    crew.push(...(await Promise.all(starts.map((start) => start()))))
    await openNightWork(world)
    tell(`${options.seconds} seconds of storm`)
    const { blows, published } = await blow(options, crew, starts, world, cluster.url)
    tell('quiet')
    const quiet = await untilEqual(crew.slice(0, options.servers), world)
    await untilDone(world, tell)
    const found = await lookFor(world, () => mail.taken.map((one) => headerOf(one, 'message-id') ?? ''))
    return { blows, published: published + burst, ...found, ...quiet }
  } finally {
    await endAll()
    await world?.close()
    await mail.close()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Vacancies in the last moment before the quiet. */
const burst = 10

/** What a night brings, all at once: everybody's plans are to be looked at. Opened without a queue, as a restored record has it. */
async function openNightWork({ db, modules }: StormWorld): Promise<void> {
  await actAs(db, { task: 'test' }, (inside) => inside.query(`update kept_plan set checked_at = now() - interval '2 days'`))
  const { addJobKinds } = await import('../../src/cli/jobs/kinds.ts')
  addJobKinds(modules, { clock: { now: () => Date.now() }, log: { info() {}, warn() {}, error() {} } })
  for (const kind of ['kept-plans', 'cohort-groups']) await modules.jobs.open(kind, 'storm')
}

async function blow(
  options: StormOptions,
  crew: Running[],
  starts: readonly (() => Promise<Running>)[],
  world: StormWorld,
  databaseUrl: string,
): Promise<{ readonly blows: Readonly<Record<string, number>>; readonly published: number }> {
  const { tell = () => {} } = options
  const blows: Record<string, number> = { killed: 0, stopped: 0, paused: 0 }
  const end = performance.now() + options.seconds * 1000
  let published = 0
  const publishing = (async () => {
    while (performance.now() < end) {
      await world.publish()
      published++
      await wait(400)
    }
  })()
  const comingBack: Promise<void>[] = []
  const back = (place: number): void => {
    const start = starts[place]
    if (!start) return
    comingBack.push(
      start().then((running) => {
        crew[place] = running
      }),
    )
  }
  while (performance.now() < end) {
    await wait(options.blowEveryMs * (0.5 + Math.random()))
    const place = Math.floor(Math.random() * crew.length)
    const one = crew[place]
    const dice = Math.random()
    if (dice < 0.2) {
      const pause = pauseDatabase(databaseUrl)
      const forMs = 500 + Math.random() * 3000
      tell(`the database stands still for ${Math.round(forMs)} ms`)
      await wait(forMs)
      pause.goOn()
      blows.paused = (blows.paused ?? 0) + 1
      continue
    }
    // One that is only just coming back is left alone.
    if (!one || one.hasEnded()) continue
    const signal = dice < 0.75 ? 'SIGKILL' : 'SIGTERM'
    tell(`${one.name}: ${signal}`)
    const what = signal === 'SIGKILL' ? 'killed' : 'stopped'
    blows[what] = (blows[what] ?? 0) + 1
    const how = await Promise.race([one.kill(signal), wait(30_000, 'did not stop' as const)])
    if (signal === 'SIGTERM' && how !== 0) throw new Error(`${one.name} was told to stop and ended with ${String(how)}`)
    back(place)
  }
  await publishing
  await Promise.all(comingBack)
  return { blows, published }
}

/** After a last burst of writes: how long until all servers answer the same, and as one calm process does. */
export async function untilEqual(
  servers: readonly Running[],
  world: StormWorld,
): Promise<Pick<StormReport, 'equalAfterMs' | 'unequal'>> {
  const profiles = world.profiles.slice(0, 3)
  for (let one = 0; one < burst; one++) await world.publish()
  const quietSince = performance.now()
  const asked = async (url: string): Promise<unknown[]> =>
    Promise.all(
      profiles.map(async (profile) => {
        const answer = await fetch(new URL('/api/v1/matches', url), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ profile, limit: 20 }),
          signal: AbortSignal.timeout(30_000),
        })
        const { basis: _, ...rest } = (await answer.json()) as Record<string, unknown>
        return answer.ok ? rest : `status ${answer.status} ${JSON.stringify(rest)}`
      }),
    )
  const truth = await Promise.all(
    profiles.map(async (profile) => {
      const { basis: _, ...rest } = await world.modules.planning.matches({ profile, language: 'nl', limit: 20 })
      return JSON.parse(JSON.stringify(rest)) as unknown
    }),
  )
  for (;;) {
    const at = performance.now() - quietSince
    // One that is too busy to answer has not answered the same: it is asked again.
    const answers = await Promise.all(servers.map(({ url }) => asked(`${url}/`).catch(String)))
    const wrong = servers.filter((_, number) => !isDeepStrictEqual(answers[number], truth)).map(({ name }) => name)
    if (wrong.length === 0) return { equalAfterMs: Math.round(at), unequal: [] }
    if (at > answersWithinMs) {
      const shown = JSON.stringify(answers[0]).slice(0, 500)
      return {
        equalAfterMs: Math.round(at),
        unequal: [...wrong, `the first answered ${shown}`, JSON.stringify(truth).slice(0, 500)],
      }
    }
    await wait(roundsEveryMs)
  }
}

/** Until no part waits, nobody new is found, and no mail is on its way. */
export async function untilDone(
  { db, modules }: StormWorld,
  tell: (line: string) => void,
  { sendsMail = true }: { readonly sendsMail?: boolean } = {},
): Promise<void> {
  const end = performance.now() + doneWithinMs
  const waiting = async (): Promise<string[]> => {
    const rows = await db.query<{ kind: string; count: number }>(
      `select r.kind, count(*)::int as count from job_part p join job_run r on r.id = p.run where p.state = 'waiting' group by r.kind`,
    )
    const [behind] = await db.query<{ behind: boolean }>(
      `select coalesce((select revision from job_cursor where name = 'vacancy-alerts'), -1) < number as behind from revision where area = 'vacancies'`,
    )
    const { written = 0, sending = 0 } = await modules.mail.count()
    return [
      ...rows.map(({ kind, count }) => `${count} of ${kind}`),
      ...(behind?.behind ? ['the outbox of vacancies'] : []),
      ...(sendsMail && written + sending > 0 ? [`${written} mails to send, ${sending} being sent`] : []),
    ]
  }
  for (let last = ''; ; ) {
    const still = await waiting()
    // A mail whose sender was killed is `sending` until its time is over: it is listed as perhaps lost, which is looked at below.
    const open = still.filter((line) => !/^0 mails to send/.test(line))
    if (open.length === 0) return
    if (performance.now() > end) throw new Error(`still to be done: ${open.join(', ')}`)
    const now = open.join(', ')
    if (now !== last) tell(`still to be done: ${now}`)
    last = now
    await wait(500)
  }
}

async function lookFor(
  world: StormWorld,
  messageIds: () => readonly string[],
): Promise<Omit<StormReport, 'blows' | 'published' | 'equalAfterMs' | 'unequal'>> {
  const { db, modules } = world
  const doneTwice = await db.query<{ run: string; part: number }>(
    'select run, part from done_log group by run, part having count(*) > 1',
  )
  const [parts] = await db.query<{ done: number; tried: number; failed: number; unlogged: number }>(
    `select count(*) filter (where state = 'done')::int as done, count(*) filter (where attempts > 1)::int as tried,
       count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where state = 'done' and not exists (select from done_log d where d.run = p.run and d.part = p.part))::int as unlogged
     from job_part p`,
  )
  const failed = await modules.jobs.failed()
  const alerts = await actAs(db, { task: 'test' }, (inside) =>
    inside.query<{ name: string }>(`select account || ' ' || vacancy as name from vacancy_alert order by 1`),
  )
  const expected = await world.expectedAlerts()
  const found = new Set(alerts.map(({ name }) => name))
  const unseen = await actAs(db, { task: 'test' }, (inside) =>
    inside.query<{ account: string }>(`select distinct account from kept_plan where checked_at < now() - interval '20 hours'`),
  )
  // Everybody with something new gets one mail this week, and is told each vacancy in one mail only.
  const mails = await actAs(db, { task: 'test' }, (inside) =>
    inside.query<{ id: string; account: string; state: string; template: string }>(
      'select id, account, state, template from mail',
    ),
  )
  const alerted = new Set(expected.map((name) => name.split(' ')[0] ?? ''))
  const mailed = mails.filter(({ template }) => template === 'vacancy-alert')
  const times = new Map<string, number>()
  // After the record was asked: what it calls sent had come by then.
  for (const header of messageIds()) {
    const id = /<([^@]+)@/.exec(header)?.[1] ?? ''
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  const counts = await modules.mail.count()
  return {
    parts: { done: parts?.done ?? 0, triedAgain: parts?.tried ?? 0 },
    alerts: alerts.length,
    mails: { sent: counts.sent ?? 0, perhapsLost: (counts.perhapsLost ?? 0) + (counts.sending ?? 0) },
    lost: [
      ...failed.map(({ kind, slot, part, reason }) => `part ${part} of ${kind} ${slot} was given up: ${reason}`),
      ...(parts?.unlogged ? [`${parts.unlogged} parts are done and nobody saw it`] : []),
      ...expected.filter((name) => !found.has(name)).map((name) => `alert ${name}`),
      ...unseen.map(({ account }) => `the plans of ${account} were not looked at`),
      ...[...alerted]
        .filter((account) => !mailed.some((mail) => mail.account === account))
        .map((account) => `mail to ${account}`),
      ...mails
        .filter(({ id, state }) => state === 'sent' && !times.has(id))
        .map(({ id }) => `mail ${id} is called sent and did not come`),
    ],
    twice: [
      ...doneTwice.map(({ run, part }) => `part ${part} of ${run}`),
      ...alerts.filter(({ name }) => !expected.includes(name)).map(({ name }) => `alert ${name}, which is none`),
      ...[...times].filter(([, count]) => count > 1).map(([id]) => `mail ${id}`),
      ...[...alerted]
        .filter((account) => mailed.filter((mail) => mail.account === account).length > 1)
        .map((account) => `two mails to ${account}`),
    ],
  }
}
