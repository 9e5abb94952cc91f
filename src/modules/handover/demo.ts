import type { ActingDatabase } from '../../platform/index.ts'
import { demoEducator } from '../organisations/index.ts'
import { addVersion, isOrganisation, rulesThere, saveCopy, saveKit } from './handover-store.ts'
import type { KitContent } from './kit.ts'
import type { HandoverParts } from './parts.ts'

export const demoKit = 'demo-kit-bridge'
export const demoCopy = 'demo-kit-copy'
const branch = 'demo-organisation-branch'

const first: KitContent = {
  title: { nl: 'Werkend leren bij De Brug (demo)', en: 'Learning at work at De Brug (demo)' },
  summary: {
    nl: 'Verzonnen. Mensen zonder ICT-diploma leren in een half jaar systemen beheren. Vanaf maand drie werken zij al.',
    en: 'Invented. People without a diploma in IT learn to manage systems in half a year. From month three they work already.',
  },
  outline: {
    nl: 'Je begint met acht weken les. Daarna vier dagen werk en een dag les. Je sluit af met een proef op het werk.',
    en: 'It begins with eight weeks of lessons. Then four days of work and one of lessons. It ends with a test at work.',
  },
  phases: [
    { kind: 'school', weeks: 8, schoolDays: 4 },
    { kind: 'workAndSchool', weeks: 18, schoolDays: 1, workDays: 4 },
  ],
  materials: [
    { id: 'lessons', title: 'Lessen Linux en netwerken (verzonnen)', licence: 'cc-by', url: 'https://voorbeeld.example/lessen' },
    { id: 'tests', title: 'Proeven van bekwaamheid (verzonnen)', licence: 'ask' },
  ],
  agreements: ['dual'],
  funding: ['praktijkleren'],
  needs: {
    ...{ teachers: 'Eén docent per groep, twee dagen per week', rooms: 'Eén lokaal met 16 laptops', groupSize: 16 },
    ...{
      costEuro: 96_000,
      more: { nl: 'Een begeleider op elke werkplek, twee uur per week.', en: 'A guide at each workplace, two hours a week.' },
    },
  },
  contact: { email: 'info@debrug.example', url: 'https://debrug.example' },
}

/** What changed in the second version: the branch, which took the first over, is offered it. */
const second: KitContent = {
  ...first,
  phases: [
    { kind: 'school', weeks: 10, schoolDays: 4 },
    { kind: 'workAndSchool', weeks: 18, schoolDays: 1, workDays: 4 },
  ],
  materials: [...first.materials, { id: 'guide', title: 'Wijzer voor begeleiders (verzonnen)', licence: 'cc-by-sa' }],
  needs: { ...first.needs, costEuro: 104_000 },
}

const weekMs = 604_800_000

/** The demo educator hands a programme over, in two versions; the branch took the first one over and changed it. They go with their organisations. */
export async function putDemoHandover(
  { clock, trainings, agreements }: Pick<HandoverParts, 'clock' | 'trainings' | 'agreements'>,
  inside: ActingDatabase,
): Promise<void> {
  const now = clock.now()
  const { organisation, name } = demoEducator
  const [programme] = [...(await trainings.ofOrganisation(inside, organisation))].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!programme) return
  const funding = await rulesThere(inside, [...new Set([...first.funding, ...second.funding])])
  const there = (content: KitContent): KitContent => ({
    ...content,
    agreements: content.agreements.filter((id) => agreements.some((one) => one.id === id)),
    funding: content.funding.filter((id) => funding.has(id)),
  })
  await saveKit(inside, {
    ...{ id: demoKit, organisation, demo: true, programme: programme.id, state: 'published', content: there(second) },
    ...{ version: 3, published: 2, changedAt: now },
  })
  await addVersion(inside, demoKit, 1, there(first), now - 4 * weekMs)
  await addVersion(inside, demoKit, 2, there(second), now)
  if (!(await isOrganisation(inside, branch))) return
  await saveCopy(inside, {
    ...{ id: demoCopy, organisation: branch, demo: true, kit: demoKit, fromOrganisation: organisation, fromName: name },
    ...{ baseNumber: 1, base: there(first), takenAt: now - 3 * weekMs, changedAt: now - 2 * weekMs, version: 2 },
    content: { ...there(first), needs: { ...first.needs, rooms: 'Twee lokalen bij leden van de branche', costEuro: 88_000 } },
  })
}
