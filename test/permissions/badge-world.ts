/** Badges and offers of every organisation, a key that signs for each, and a badge of everybody. What they say is not looked at. */
type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>

export const badgeOf = (of: string): string => `badge-of-${of}`
/** Of a person; an organisation may be called the same. */
export const heldBadgeOf = (account: string): string => `held-badge-of-${account}`
export const offerOf = (organisation: string): string => `offer-of-${organisation}`
export const signingKeyOf = (organisation: string): string => `signing-key-of-${organisation}`

const earlier = '2026-11-20T12:00:00Z'
const later = '2026-12-20T12:00:00Z'
const text = { nl: 'Linux', en: 'Linux' }
/** What a badge says, as it is asked for. */
export const askedBadge = { title: text, description: text, criteria: text } as const
const achievement = askedBadge

/** After the organisation and the person. */
export async function plantBadges(organisation: string, person: string, insert: Insert): Promise<void> {
  await insert('issuer_key', { id: signingKeyOf(organisation), organisation, made_at: earlier })
  await plantBadge(badgeOf(organisation), organisation, person, insert)
  await insert('badge_offer', {
    ...{ id: offerOf(organisation), organisation, email: 'wacht@voorbeeld.example', email_folded: 'wacht@voorbeeld.example' },
    ...{ demo: false, kind: 'practice', ref: 'offer', achievement, made_at: earlier, expires_at: later },
  })
}

/** @param organisation one that `plantBadges` was called for */
export async function plantBadgeOf(account: string, organisation: string, insert: Insert): Promise<void> {
  await plantBadge(heldBadgeOf(account), organisation, account, insert)
}

async function plantBadge(id: string, organisation: string, person: string, insert: Insert): Promise<void> {
  await insert('issued_badge', {
    ...{ id, organisation, person, demo: false, kind: 'practice', ref: id, achievement },
    // Signed by nobody: its page says so.
    ...{ document: '{"type":["VerifiableCredential"]}', jwt: 'e30.e30.x' },
    ...{ signed_with: signingKeyOf(organisation), issued_at: earlier, is_public: false, shows_name: false },
  })
}
