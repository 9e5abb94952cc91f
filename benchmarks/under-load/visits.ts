/** What visitors do, as a fixed mix of a hundred: 58 read, 22 plan, 20 write. Deterministic, so that two runs ask the same. */
import { type Answered, type Asked, ask, cookieOf } from './asking.ts'

export interface Visits {
  /** The request of this number, and what to note when it was acknowledged. */
  next(number: number): { readonly kind: Kind; readonly asked: Asked; readonly acknowledged?: (answer: Answered) => void }
  /** Answers about skills that the server acknowledged, by the token of the draft they stand in. */
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Addresses to which a sign-in link was acknowledged. */
  readonly mailed: readonly string[]
}

export type Kind = 'read' | 'plan' | 'write'

const visitors = 200
const levels = ['no', 'little', 'yes'] as const

export async function prepareVisits(url: string): Promise<Visits> {
  const vacancies = await idsOf(url, '/api/v1/vacancies?limit=100')
  const occupations = ['system-administrator', 'data-analyst', 'software-developer', 'nurse']
  const skills = await skillsOf(url)
  const drafts = await draftsOf(url)
  const kept = new Map<string, Map<string, string>>()
  const mailed: string[] = []
  const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

  function read(number: number): Asked {
    const visitor = number % 5000
    const vacancy = at(vacancies, number * 7)
    const pages = [
      '/nl/vacatures',
      '/en/vacancies?region=AM13',
      `/nl/vacatures/${vacancy}`,
      `/en/vacancies/${vacancy}`,
      `/nl/beroepen/${at(occupations, number)}`,
      '/nl/opleidingen',
      '/nl',
      '/api/v1/vacancies?limit=20',
      `/api/v1/vacancies/${vacancy}`,
    ]
    return { path: at(pages, number), visitor }
  }

  function plan(number: number): Asked {
    const draft = at(drafts, number)
    const pages = ['/nl/routes', '/en/routes', '/nl/cursussen', `/nl/vacatures/${at(vacancies, number)}/waarom-niet`]
    return { path: at(pages, number), cookie: draft, visitor: number % visitors }
  }

  function write(number: number): ReturnType<Visits['next']> {
    // One of five asks a link to sign in: that writes a mail.
    if (number % 5 === 0) {
      const email = `visitor-${number}@voorbeeld.example`
      const asked: Asked = { method: 'POST', path: '/nl/inloggen', form: { intent: 'ask', email }, visitor: 100_000 + number }
      return { kind: 'write', asked, acknowledged: ({ status }) => status < 400 && mailed.push(email) }
    }
    const draft = at(drafts, number)
    const skill = at(skills, Math.floor(number / 100) + number * 3)
    const answer = at(levels, Math.floor(number / 7))
    const asked: Asked = {
      method: 'POST',
      path: '/nl/profiel',
      cookie: draft,
      form: { intent: 'answer', skill, answer },
      visitor: number % visitors,
    }
    return {
      kind: 'write',
      asked,
      acknowledged({ status }) {
        if (status >= 400) return
        const answers = kept.get(draft) ?? new Map<string, string>()
        kept.set(draft, answers.set(skill, answer))
      },
    }
  }

  return {
    kept,
    mailed,
    next(number) {
      const turn = (number * 37) % 100
      if (turn < 58) return { kind: 'read', asked: read(number) }
      if (turn < 80) return { kind: 'plan', asked: plan(number) }
      return write(number)
    },
  }
}

async function idsOf(url: string, path: string): Promise<string[]> {
  const { body } = await ask(url, { path, visitor: 1 })
  return (JSON.parse(body) as { items: { id: string }[] }).items.map(({ id }) => id)
}

async function skillsOf(url: string): Promise<string[]> {
  const texts = ['python', 'linux', 'sql', 'netwerk', 'testen', 'web']
  const found = await Promise.all(
    texts.map(async (text) => {
      const { body } = await ask(url, { path: `/api/v1/concepts?query=${text}&type=skill&limit=20`, visitor: 3 })
      return (JSON.parse(body) as { items: { concept: { id: string } }[] }).items.map(({ concept }) => concept.id)
    }),
  )
  return [...new Set(found.flat())]
}

/** Drafts of the example people, one a visitor. */
async function draftsOf(url: string): Promise<string[]> {
  const { body } = await ask(url, { path: '/nl', visitor: 2 })
  const buttons = body.match(/<button[^>]*name="example"[^>]*>/g) ?? []
  const examples = buttons.flatMap((button) => /value="([^"]+)"/.exec(button)?.[1] ?? [])
  if (examples.length === 0) throw new Error('the home page shows no example people: is this the demo world?')
  const drafts: string[] = []
  for (let visitor = 0; visitor < visitors; visitor++) {
    const example = examples[visitor % examples.length] as string
    const answer = await ask(url, { method: 'POST', path: '/nl/profiel', form: { intent: 'example', example }, visitor })
    const cookie = cookieOf(answer, 'schakel_draft')
    if (cookie === undefined) throw new Error(`no draft was kept: status ${answer.status}`)
    drafts.push(cookie)
  }
  return drafts
}
