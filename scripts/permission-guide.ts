/** Writes docs/guides/permissions.md from the permission table: `node scripts/permission-guide.ts`. A test compares. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Action, permissions } from '../src/modules/permissions/index.ts'
import { pageActions } from '../src/web/permissions.ts'

const root = join(import.meta.dirname, '..')
export const guideFile = join(root, 'docs/guides/permissions.md')

const granted: Readonly<Record<string, string>> = {
  everybody: 'everybody',
  self: 'the person whom it is about',
  'adviser-of': 'an adviser whom the person agreed to',
  administrator: 'who keeps the site',
  circle: 'the circle of the case',
  'circle-lead': 'who leads the circle of the case',
  practiceSupervisor: 'practice supervisor',
  studyCoach: 'study coach',
}

function wordOf(grant: string): string {
  if (grant.startsWith('key:')) return `a key with \`${grant.slice('key:'.length)}\``
  const [role = '', kind] = grant.split('@')
  const word = granted[role] ?? role
  return kind === undefined ? word : `${word} (${kind})`
}

/** Where each action is asked: pages with their buttons, and endpoints. */
function placesOf(action: Action): string[] {
  const onPages = Object.entries(pageActions).flatMap(([page, { loader, intents }]) => {
    const buttons = Object.entries(intents).filter(([, asked]) => asked === action)
    if (loader !== action && buttons.length === 0) return []
    const named = buttons.length === 0 ? '' : ` (${buttons.map(([intent]) => intent).join(', ')})`
    return [`${page}${loader === action ? '' : ', only the buttons'}${named}`]
  })
  return [...onPages, ...endpoints.filter((one) => one.action === action).map(({ name }) => `\`${name}\``)]
}

/** Endpoints with an action, as their modules declare them. */
const endpoints = readdirSync(join(root, 'src/modules'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('-endpoints.ts'))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(join(root, 'src/modules', file), 'utf8')
    const declared = text.matchAll(/app\.(get|post|put|patch|delete)\(\s*'([^']+)',\s*\{\s*config: \{ action: '([\w.]+)'/g)
    return [...declared].map(([, method = '', path = '', action = '']) => ({ name: `${method.toUpperCase()} ${path}`, action }))
  })

export function permissionGuide(): string {
  const rows = Object.entries(permissions).map(([action, grants]) => {
    const places = placesOf(action as Action)
    return `| ${action} | ${grants.map(wordOf).join('; ')} | ${places.length === 0 ? 'inside another one' : places.join('; ')} |`
  })
  return `# Who may do what

Made by \`node scripts/permission-guide.ts\` from [the permission table](../../src/modules/permissions/table.ts); a test fails when this page is not that table any more.

- An **actor** is who asks: a visitor, a person who is signed in, or a program with a key of an organisation.
- An **action** is what is asked, by its name in the table. Every page, button and endpoint is one action, or is public.
- A **grant** says who gets it. A role counts in the organisation to which the object belongs; with a kind behind it only where the organisation is of that kind. An owner has every role of the organisation.

Who may not, and is not signed in, is sent to sign in (the API answers 401). Who has to do with the object is told that their role does not allow it (403). To everybody else the object is not there (404), so that nobody learns what exists.

Behind this stands a second barrier: the database itself shows each actor their own rows only ([decision 0014](../decisions/0014-who-may-see-what.md)). Tests hold both:

| test | what it does |
|---|---|
| \`test/permissions/permission-table.test.ts\` | asks every page, button and endpoint as everybody: visitor, person, each role (in each kind of organisation where the table names kinds), an adviser of the person, a key with each scope, who keeps the site; about an own object, a colleague's, another organisation's and one that is not there. What should come of it is computed from the table alone. It prints how many cells that were. |
| \`test/permissions/every-button.test.ts\` | finds every route and button in the source: none stands outside the table. |
| \`test/permissions/row-barrier.test.ts\` | tries to see, change, remove and write rows of somebody else in every personal table, on both databases, and with an ordinary owner of the tables. |
| \`test/permissions/check-removed.test.ts\` | takes the program's own check out, and shows that the database still gives nothing. |
| \`src/architecture-of-acting.test.ts\` | keeps SQL on personal tables to functions that act for somebody, and tasks that see all rows to a list. |

A new page or button: one line in \`src/web/permissions.ts\`, and how it is asked in \`test/permissions/page-cases.ts\`. A new endpoint: \`config: { action: '...' }\` in its options, and how it is asked in \`test/permissions/endpoint-cases.ts\`; one that everybody may ask is listed in \`test/permissions/public-endpoints.ts\`.

## The table

| action | who may | pages (buttons) and endpoints |
|---|---|---|
${rows.join('\n')}

## How often

Requests are counted per minute. Who is signed in, and every key, has a count of their own; visitors are counted by network address. So nobody uses up what belongs to somebody else. Signing in has [limits of its own](../../src/modules/accounts/README.md). Wrong keys are counted by address and key: who tries keys of others locks out nobody but themselves.
`
}

if (process.argv[1] === import.meta.filename) writeFileSync(guideFile, permissionGuide())
