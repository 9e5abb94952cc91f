import { createHash } from 'node:crypto'
import { type ActingDatabase, type DateText, nextDay } from '../../platform/index.ts'
import { createRules } from '../rules/index.ts'
import { factsOf, rolesOf } from './agreement.ts'
import { addSignature, insertAgreement, markSigned } from './agreement-store.ts'
import { hashOfText, textOfAgreement } from './agreement-text.ts'
import { drawGuides } from './guides.ts'
import { schoolYearOf } from './hours.ts'
import type { PlacementsParts } from './parts.ts'
import type { Agreement, Placement } from './placement.ts'
import { addStep, insertPlacement, updatePlacement } from './placement-store.ts'
import { addBreak, addRecognition } from './school-store.ts'
import { templateOn } from './templates.ts'
import { termsOn } from './terms.ts'
import { mondayOf, phasesFrom } from './week.ts'
import { confirmHours, noteHours } from './week-store.ts'
import { organisationOf } from './work.ts'

const accountOf = (name: string): string => `demo-account-${name}`
const [school, employer, supporter] = ['demo-organisation-educator', 'demo-organisation-employer-1', 'demo-organisation-region']
const [tijn, jip, bram, lotte, iris, daan] = ['tijn', 'jip', 'bram', 'lotte', 'iris', 'daan'].map(accountOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
/** ICT system engineer. */
const crebo = '27016'
const dayMs = 86_400_000

/**
 * Two placements of the demo: Tijn works and learns since some weeks; Jip's waits for the signatures of everybody. They go with their organisations.
 */
export async function putDemo(parts: PlacementsParts, inside: ActingDatabase, today: DateText): Promise<void> {
  if (!(await parts.organisations.find(employer, inside)) || !(await parts.organisations.find(school, inside))) return
  const programmes = await parts.trainings.ofOrganisation(inside, school)
  const programme = programmes.find(({ facts }) => facts.form === 'dual') ?? programmes[0]
  if (!programme) return
  const now = parts.clock.now()
  const begins = mondayOf(nextDay(today, -63))
  const made = (id: string, person: string, from: DateText, days: number): Placement => {
    const until = nextDay(from, days)
    return {
      ...{ id, person, school, employer, supporter, demo: true, programme: programme.id, programmeTitle: programme.title, crebo },
      ...{
        supervisor: bram,
        coach: lotte,
        from,
        until,
        hoursPerWeek: 36,
        wageCents: 1250,
        state: 'draft',
        createdAt: now,
        changedAt: now,
      },
      phases: phasesFrom([{ kind: 'workAndSchool', workDays: 4, schoolDays: 1 }], { from, until }, 36),
    }
  }
  await putSchool(parts, inside, today, begins)
  const active = made('demo-placement-tijn', tijn, begins, 363)
  const agreement = await putAgreement(parts, inside, active, today, nextDay(begins, -20))
  await putSignatures(inside, active, agreement, now - 70 * dayMs)
  await putHours(inside, active, today, now)
  const waiting = made('demo-placement-jip', jip, mondayOf(nextDay(today, 35)), 545)
  await putAgreement(parts, inside, waiting, today, nextDay(today, -2))
  // After the hours of who guides: these are drawn from them, as far as the rules of this record say how many.
  const rules = createRules({ db: inside })
  const terms = await termsOn(rules, today).catch(() => undefined)
  if (terms) for (const one of [active, waiting]) await drawGuides(parts, inside, one, terms, today)
}

async function putAgreement(
  parts: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  today: DateText,
  madeOn: DateText,
): Promise<Agreement> {
  await insertPlacement(inside, one)
  const madeAt = Date.parse(`${madeOn}T10:00:00Z`)
  const template = templateOn(parts.templates, 'bbl', today)
  const text = textOfAgreement(template, await factsOf(parts, inside, one))
  const agreement: Agreement = {
    ...{
      id: `${one.id}-agreement`,
      placement: one.id,
      number: 1,
      template: template.id,
      templateVersion: template.version,
      text,
      madeAt,
    },
    ...{ hash: hashOfText(text), roles: rolesOf(one), signBy: nextDay(madeOn, 21) },
  }
  await insertAgreement(inside, agreement, lotte)
  await updatePlacement(inside, { ...one, state: 'signing' })
  await addStep(inside, one.id, { step: 'propose', side: 'school', state: 'draft', at: madeAt - dayMs }, lotte)
  await addStep(inside, one.id, { step: 'offer', side: 'school', state: 'signing', at: madeAt }, lotte)
  return agreement
}

async function putSignatures(inside: ActingDatabase, one: Placement, agreement: Agreement, from: number): Promise<void> {
  const signers = { student: tijn, school: lotte, employer: iris, supporter: daan }
  for (const [index, role] of agreement.roles.entries()) {
    const at = from + index * dayMs
    await addSignature(inside, {
      ...{
        agreement: agreement.id,
        role,
        account: signers[role],
        organisation: organisationOf(one, role),
        hash: agreement.hash,
        at,
      },
      sessionHash: createHash('sha256').update(`demo ${role}`).digest('hex'),
    })
    await addStep(inside, one.id, { step: 'sign', side: role, state: 'signing', detail: '1', at }, signers[role])
  }
  const last = from + (agreement.roles.length - 1) * dayMs
  await markSigned(inside, agreement.id, last)
  await updatePlacement(inside, { ...one, state: 'active', changedAt: last })
  await addStep(inside, one.id, { step: 'complete', side: 'supporter', state: 'active', at: last }, daan)
}

/** Noted until two weeks ago, and confirmed until three. */
async function putHours(inside: ActingDatabase, one: Placement, today: DateText, now: number): Promise<void> {
  const weeks: DateText[] = []
  for (let week = mondayOf(one.from); week < nextDay(mondayOf(today), -7); week = nextDay(week, 7)) weeks.push(week)
  for (const [index, week] of weeks.entries()) {
    await noteHours(inside, one.id, { week, practice: index % 4 === 2 ? 22 : 30, school: 6, side: 'student' }, tijn, now)
  }
  await confirmHours(inside, one.id, weeks.slice(0, -1), bram, now)
}

async function putSchool(parts: PlacementsParts, inside: ActingDatabase, today: DateText, begins: DateText): Promise<void> {
  const year = Number(schoolYearOf(today).from.slice(0, 4))
  const breaks = [
    { from: `${year}-10-19`, until: `${year}-10-25`, title: 'Herfstvakantie (demo)' },
    { from: `${year}-12-21`, until: `${year + 1}-01-03`, title: 'Kerstvakantie (demo)' },
    { from: `${year + 1}-02-22`, until: `${year + 1}-02-28`, title: 'Voorjaarsvakantie (demo)' },
    { from: `${year + 1}-07-12`, until: `${year + 1}-08-22`, title: 'Zomervakantie (demo)' },
  ]
  for (const [index, one] of breaks.entries()) await addBreak(inside, school, { ...one, id: `demo-break-${index + 1}` })
  await addRecognition(
    inside,
    {
      ...{ id: 'demo-recognition', organisation: employer, crebo, from: nextDay(begins, -400), until: nextDay(begins, 500) },
      ...{ checkedOn: nextDay(begins, -30), source: 'Stagemarkt van SBB (demo: verzonnen)' },
    },
    { school, account: lotte, at: parts.clock.now() },
  )
}
