/** Who may look into personal tables, and as what: the rules around `platform/acting.ts` that types alone cannot keep. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = import.meta.dirname
const migrations = join(root, '../migrations')

/**
 * SQL on a personal table in a function that does not take an `ActingDatabase`: by file, with the reason. A plain database sees every row where its
 * user is a superuser, so each of these is a way around the second barrier.
 */
const mayBePlain: Readonly<Record<string, string>> = {
  'modules/credits/ledger-store.ts names ledger_line': 'a part of queries, each in a function that takes one',
  'modules/credits/ledger-store.ts names award_note': 'a part of queries, each in a function that takes one',
  'modules/credits/activity-store.ts names activity_outcome': 'a part of queries, each in a function that takes one',
  'modules/credits/activity-store.ts names award_activity': 'a part of queries, each in a function that takes one',
  'modules/data-rights/erasure-store.ts names erased_account':
    'a restore writes down what was erased since its backup, in its own transaction; hashes only',
  'modules/needs/needs-store.ts names need_release': 'a part of queries, each in a function that takes one',
}

/** Tasks as which a module sees all rows of personal tables, and what for. `asTask` and `becoming` stand in no other module. */
const tasksOf: Readonly<Record<string, readonly string[]>> = {
  // Who a session belongs to is asked before anybody acts; so is a link, and who a provider says somebody is.
  accounts: ['session', 'sign-in', 'demo', 'keep-house'],
  // Whether a person still agrees stands in their consents.
  advising: ['advising'],
  // Employers see some columns of who takes part; what the other side said decides and is shown to nobody.
  cohorts: ['cohorts'],
  // What follows from a consent: the profile without a name, the pool.
  consents: ['consents'],
  'data-rights': ['data-rights', 'erasure'],
  // Nobody writes the log but by it.
  'decision-log': ['decision-log'],
  demo: ['demo'],
  // The clock; messages of the program itself; reports, for who keeps the site.
  introductions: ['introductions', 'follow-ups', 'reports'],
  'kept-plans': ['kept-plans'],
  mail: ['mail'],
  // Coarsening looks at all profiles; whose a shown one is, is written in the log and never shown.
  'match-profiles': ['coarsen', 'decision-log', 'engine', 'match-profiles', 'people-for-vacancy'],
  needs: ['needs'],
  // A key and a link are looked up by their secret; who founds or accepts becomes a member by the program.
  organisations: [
    'accept-invitation',
    'checklist',
    'close-organisation',
    'forget-account',
    'found-organisation',
    'keep-house',
    'log-check',
    'onboarding',
    'open-invitation',
    'open-key',
    'tell-owners',
  ],
  // Names of who had a hand in it; whether a unit is in use anywhere; the term of files; the check of all ledgers.
  credits: ['credits'],
  // Whoever has the address of a badge sees it when its holder lets them; an offer waits for an address.
  // What people hold ends by itself, and is looked at again.
  credentials: ['badges', 'keep-house'],
  // Who waits is offered a place by who leaves one; time does the rest.
  enrolments: ['enrolments'],
  // What is counted is counted over everybody; a job after a programme is for the person, and not for the educator.
  outcomes: ['outcomes'],
  // What is published is read by everybody; drafts by their organisation.
  handover: ['handover'],
  // Names of the other parties, who may be named, and the clock.
  placements: ['placements'],
  // Whether an id stands on some other desk; files that nobody brought in.
  'programme-desk': ['programme-desk', 'keep-house'],
  // Nobody but the program sees who takes part.
  'risk-cases': ['risk-cases'],
  // Hours are booked for people whose budget the one who books does not keep.
  'senior-hours': ['senior-hours'],
  // The search goes through everybody who asked to hear of new vacancies.
  'vacancy-alerts': ['vacancy-alerts'],
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('-for-tests.ts'))
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Tables behind forced row-level security, as the migrations say. */
function personalTables(): string[] {
  const sql = readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(join(migrations, file), 'utf8'))
    .join('\n')
  const lists = [...sql.matchAll(/foreach name in array array\[([^\]]+)\] loop(?:(?!end loop)[\s\S])*?force row level security/g)]
  const single = [...sql.matchAll(/alter table (\w+) force row level security/g)].map((found) => found[1] ?? '')
  return [
    ...new Set([...lists.flatMap((found) => [...(found[1] ?? '').matchAll(/'(\w+)'/g)].map((name) => name[1] ?? '')), ...single]),
  ]
}

/** Where SQL names a personal table outside a function that takes an `ActingDatabase`. */
function plainUses(file: string, text: string, tables: readonly string[]): string[] {
  const names = new RegExp(`\\b(?:from|join|into|update|using)\\s+(${tables.join('|')})\\b(?!\\s*\\.)`, 'i')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
    const table = isText ? names.exec(node.getText(source))?.[1] : undefined
    if (table !== undefined && !isActing(node, source)) {
      found.push(`${file} names ${table}`)
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Whether it stands in a function with such a parameter, by its own type or by that of the store's interface in the same file. */
function isActing(node: ts.Node, source: ts.SourceFile): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isFunctionLike(at) && (takesActing(at.parameters, source) || isSignedActing(at, source))) return true
  }
  return false
}

const takesActing = (parameters: readonly ts.ParameterDeclaration[], source: ts.SourceFile): boolean =>
  parameters.some(({ type }) => type?.getText(source).includes('ActingDatabase'))

function isSignedActing(made: ts.SignatureDeclaration, source: ts.SourceFile): boolean {
  const named = made.name ?? (ts.isPropertyAssignment(made.parent) ? made.parent.name : undefined)
  if (!named || made.parameters.some(({ type }) => type !== undefined)) return false
  return source.statements.some(
    (one) =>
      ts.isInterfaceDeclaration(one) &&
      one.members.some(
        (member) =>
          ts.isMethodSignature(member) &&
          member.name.getText(source) === named.getText(source) &&
          takesActing(member.parameters, source),
      ),
  )
}

/** Tasks that a text names: in `asTask`, in `actAs` and `becoming`, and in a constant for them. */
function tasksIn(text: string): string[] {
  const patterns = [/\basTask(?:<[^>]*>)?\(\s*[^,()]+(?:\([^)]*\))?,\s*'([\w-]+)'/g, /\btask: '([\w-]+)'/g]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''))
}

const moduleOf = (file: string): string => file.split('/')[1] ?? ''

describe('personal tables', () => {
  const tables = personalTables()

  test('stand in the migrations', () => {
    expect(tables).toContain('account')
    expect(tables).toContain('open_id_request')
    expect(tables.length).toBeGreaterThan(25)
  })

  test('are read and written by functions that take an ActingDatabase only', () => {
    const uses = files
      .filter((file) => file.startsWith('modules/') || file.startsWith('cli/'))
      .flatMap((file) => plainUses(file, textOf(file), tables))
    expect(uses.filter((use) => !Object.hasOwn(mayBePlain, use))).toEqual([])
    // A reason that is needed no more goes.
    expect(Object.keys(mayBePlain).filter((use) => !uses.includes(use))).toEqual([])
  })

  test.each([
    ['const find = (db: Database) => db.query(`select id from account where id = $1`)', 1],
    ['const all = `select id from session`', 1],
    ["async function f(db: Database) { await db.query('delete from kept_profile') }", 1],
    ['const find = (inside: ActingDatabase) => inside.query(`select id from account`)', 0],
    ['function store() { return { find: (inside: ActingDatabase) => inside.query(`update account set name = $1`) } }', 0],
    ['const find = (db: Database) => db.query(`select id from vacancy`)', 0],
  ])('%s: %i problems', (text, count) => {
    expect(plainUses('x-store.ts', text, tables)).toHaveLength(count)
  })
})

describe('tasks', () => {
  test('are those that are listed for the module, each with a reason to see all rows', () => {
    const found: Record<string, string[]> = {}
    for (const file of files) {
      const tasks = tasksIn(textOf(file))
      if (tasks.length === 0) continue
      const owner = file.startsWith('modules/') ? moduleOf(file) : (file.split('/')[0] ?? '')
      found[owner] = [...new Set([...(found[owner] ?? []), ...tasks])].sort()
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(tasksOf).map(([name, tasks]) => [name, [...tasks].sort()])))
  })

  test('are begun in modules that are listed only, never by a page, an endpoint or a command', () => {
    const begins = files.filter(
      (file) => /\b(?:asTask|becoming)(?:<[^>]*>)?\(/.test(textOf(file)) && file !== 'platform/acting.ts',
    )
    expect(begins.filter((file) => !(file.startsWith('modules/') && Object.hasOwn(tasksOf, moduleOf(file))))).toEqual([])
  })

  test.each([
    ["asTask(inside, 'close-organisation', (task) => end(task, id))", ['close-organisation']],
    ["actAs(db, { task: 'keep-house' }, work)", ['keep-house']],
    ['actAs(db, actingAs(actor), work)', []],
  ])('%s begins %j', (text, tasks) => {
    expect(tasksIn(text)).toEqual(tasks)
  })
})
