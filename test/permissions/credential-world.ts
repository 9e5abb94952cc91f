/** Credentials of everybody, and what of them stands in the training register of an employer. */
type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>

export const heldOf = (account: string): string => `held-of-${account}`
export const registerKeeper = 'own-employer'
const earlier = '2026-11-01T10:00:00Z'

/** @param account one that is there */
export async function plantHeld(account: string, insert: Insert): Promise<void> {
  await insert('held_credential', {
    ...{ id: heldOf(account), person: account, form: 'json', kind: 'verifiable', document_hash: `hash-${account}` },
    ...{ title: 'Linux beheren', issuer_name: 'Academie', conclusion: 'evidenced', checks: {} },
    ...{ imported_at: earlier, checked_at: '2026-11-25T10:00:00Z' },
  })
}

/** After the organisations. */
export async function plantRecord(account: string, insert: Insert): Promise<void> {
  await insert('training_record', {
    ...{ id: `record-of-${account}`, organisation: registerKeeper, person: account, credential: heldOf(account) },
    ...{ person_name: `Name of ${account}`, title: 'Linux beheren', issuer_name: 'Academie', conclusion: 'evidenced' },
    released_at: earlier,
  })
}
