import { type ActingDatabase, todayInAmsterdam } from '../../../platform/index.ts'
import { type AskedBadge, parseBadge } from './achievement.ts'
import { revokeBadges } from './badge-store.ts'
import { addOffer } from './offer-store.ts'
import { signAndKeep } from './sign-badge.ts'
import type { Work } from './work.ts'

const organisation = 'demo-organisation-educator'
const person = { account: 'demo-account-tijn', email: 'tijn@demo.example' }
const dayMs = 86_400_000

/** Plainly made up: one that holds, one that was revoked, and one that waits for an answer. */
const shown: AskedBadge = {
  about: { kind: 'unit', ref: 'demo-linux' },
  title: { nl: 'Linux beheren (demo)', en: 'Looking after Linux (demo)' },
  description: {
    nl: 'Wie dit bewijs heeft, installeert een server met Linux, houdt hem bij en lost storingen op.',
    en: 'Whoever holds this installs a server with Linux, keeps it up to date and solves faults.',
  },
  criteria: {
    nl: 'Zes opdrachten op het werk, gezien door een praktijkbegeleider, en een gesprek met een beoordelaar.',
    en: 'Six tasks at work, seen by a practice supervisor, and a talk with an assessor.',
  },
  credits: 5,
  alignments: [
    { framework: 'NLQF', name: 'NLQF 5', url: 'https://www.nlqf.nl/', code: '5' },
    { framework: 'e-CF', name: 'C.2 Change Support', url: 'urn:x-e-cf:4.0:C.2', code: 'C.2' },
  ],
  evidence: [{ description: 'Verslag van de opdrachten (verzonnen) / Report of the tasks (invented)' }],
}
const revoked: AskedBadge = {
  ...shown,
  about: { kind: 'outcome', ref: 'demo-netwerk' },
  title: { nl: 'Een netwerk tekenen (demo)', en: 'Drawing a network (demo)' },
  description: { nl: 'Een bewijs dat is ingetrokken, als voorbeeld.', en: 'A badge that was revoked, as an example.' },
  criteria: { nl: 'Eén opdracht.', en: 'One task.' },
}
const offered: AskedBadge = {
  ...shown,
  about: { kind: 'outcome', ref: 'demo-storing' },
  title: { nl: 'Een storing melden (demo)', en: 'Reporting a fault (demo)' },
  criteria: { nl: 'Drie meldingen die collega’s begrepen.', en: 'Three reports that colleagues understood.' },
}

/** In the transaction of the demo. */
export async function putDemoBadges(work: Work, program: ActingDatabase): Promise<void> {
  const issuer = await work.organisations.find(organisation, program)
  if (!issuer) return
  const now = Date.parse(todayInAmsterdam(work.clock.now()))
  const key = await work.keys.signing(program, organisation)
  const sign = (id: string, asked: AskedBadge) =>
    signAndKeep(work, program, {
      ...{ id, issuer, key, badge: parseBadge(asked, now), person: person.account, email: person.email },
      ...{ isAccepted: true, isPublic: true },
    })
  await sign('demo-badge', shown)
  await sign('demo-badge-revoked', revoked)
  await revokeBadges(program, organisation, { id: 'demo-badge-revoked' }, { at: work.clock.now(), reason: 'mistake' })
  const { about, ...achievement } = parseBadge(offered, now)
  await addOffer(
    program,
    {
      ...{ id: 'demo-badge-offered', organisation, demo: true, email: person.email, ...about, achievement },
      ...{ madeAt: work.clock.now(), expiresAt: now + 60 * dayMs },
    },
    undefined,
  )
}
