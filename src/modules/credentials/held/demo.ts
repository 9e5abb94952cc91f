import { generateKeyPairSync } from 'node:crypto'
import type { ActingDatabase } from '../../../platform/index.ts'
import { starterSkillId } from '../../skills/index.ts'
import { checkCredential, conclude, hashOfIdentity } from '../checks/index.ts'
import { type CredentialDocument, parseDocument } from '../document/index.ts'
import { signDataIntegrity, toMultikey } from '../proof/index.ts'
import { factsOf } from './facts.ts'
import { findHeld, insertHeld } from './held-store.ts'
import { rowOf } from './import-held.ts'
import { keepAgain } from './keep-house.ts'
import { insertRecord } from './training-record-store.ts'
import type { HeldParts } from './work.ts'

const issuer = { id: 'https://voorbeeldacademie.example/issuer', name: 'Voorbeeldacademie (demo)' }
const employer = 'demo-organisation-employer-1'
const dayMs = 86_400_000

interface DemoBadge {
  readonly id: string
  readonly account: string
  readonly email: string
  readonly title: string
  readonly description: string
  readonly skills: readonly string[]
  /** From today. */
  readonly validDays: number
}

/** Plainly made up: one of somebody who learns while working, and one that ends soon of somebody who works. */
const badges: readonly DemoBadge[] = [
  {
    id: 'demo-held-linux',
    account: 'demo-account-tijn',
    email: 'tijn@demo.example',
    title: 'Linux, de basis (demo)',
    description: 'Een verzonnen bewijs: wie het heeft, werkt op de opdrachtregel van Linux.',
    skills: ['linux'],
    validDays: 700,
  },
  {
    id: 'demo-held-security',
    account: 'demo-account-bram',
    email: 'bram@demo.example',
    title: 'Veilig werken met informatie (demo)',
    description: 'Een verzonnen certificaat dat elke twee jaar opnieuw gehaald wordt.',
    skills: ['security-awareness'],
    validDays: 60,
  },
]

/** In the transaction of the demo: only that one may be used, so nothing of this installation's own issuers is asked. */
export async function putDemoHeld(parts: HeldParts, inside: ActingDatabase): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const verificationMethod = `${issuer.id}#${toMultikey(publicKey)}`
  const now = parts.clock.now()
  for (const badge of badges) {
    const signed = await signDataIntegrity(credentialOf(badge, now), { privateKey, verificationMethod }, now)
    const text = JSON.stringify(signed)
    await keep(parts, inside, badge, text, parseDocument(text))
  }
  const shown = await findHeld(inside, 'demo-account-bram', 'demo-held-security')
  if (!shown) return
  const to = { id: 'demo-training-record', organisation: employer, person: 'demo-account-bram', personName: 'Bram (demo)' }
  await insertRecord(inside, { ...to, demo: true }, shown, now)
}

async function keep(
  parts: HeldParts,
  inside: ActingDatabase,
  { id, account, email, skills }: DemoBadge,
  text: string,
  document: CredentialDocument,
): Promise<void> {
  const now = parts.clock.now()
  const checks = await checkCredential(document, { emails: [email] }, { ...parts.checks, own: undefined })
  const looked = { document, facts: factsOf(document, 'nl'), checks, conclusion: conclude(checks) }
  await insertHeld(inside, {
    ...rowOf(looked, text),
    ...{ id, person: account, demo: true, form: 'json', importedAt: now, checkedAt: now },
    skills: skills.map((skill) => ({ concept: starterSkillId(skill), how: 'aligned' })),
  })
  await keepAgain(parts, inside, account)
}

function credentialOf({ id, email, title, description, skills, validDays }: DemoBadge, now: number) {
  const moment = (days: number): string => new Date(now + days * dayMs).toISOString().replace(/\.\d+Z$/, 'Z')
  const salt = id
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `https://voorbeeldacademie.example/badges/${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: { ...issuer, type: ['Profile'] },
    validFrom: moment(-30),
    validUntil: moment(validDays),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: hashOfIdentity(email, salt),
          identityType: 'emailAddress',
          salt,
        },
      ],
      achievement: {
        id: `https://voorbeeldacademie.example/achievements/${id}`,
        type: ['Achievement'],
        name: title,
        description,
        criteria: { narrative: 'Een toets en twee opdrachten (verzonnen).' },
        alignment: skills.map((skill) => ({
          type: ['Alignment'],
          targetName: skill,
          targetUrl: starterSkillId(skill),
          targetFramework: 'Schakel',
        })),
      },
    },
  }
}
