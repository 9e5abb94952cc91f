/** A program with a key, and who does not want to be found any more. */
import { expect, test } from 'vitest'
import { become, employer, stage, vacancyOf } from './stage.ts'

export function withAKey(): void {
  test('a program with a key lists, reads, asks and answers for its organisation, and for no other', async () => {
    const { organisations } = stage.site.modules
    const owner = await become('iris', false)
    const keyOf = async (scopes: readonly string[]): Promise<string> =>
      (await organisations.createKey(owner.actor, employer, { name: scopes.join(' '), scopes, days: 30 })).key
    const [reads, writes] = [await keyOf(['introductions:read']), await keyOf(['introductions:write'])]
    const call = async (key: string | undefined, path: string, body?: object) => {
      const headers = {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      }
      const given = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
      const answer = await fetch(`${stage.site.origin}/api/v1/introductions${path}`, given)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    const { items } = (await call(reads, '?open=true')).body as { items: { id: string; waitsFor: string; state: string }[] }
    const waiting =
      items.find(({ waitsFor, state }) => waitsFor === 'organisation' && state === 'proposed') ?? expect.fail('one waits')
    expect(JSON.stringify(items)).not.toMatch(/demo-account/)
    const step = `/${waiting.id}/answer`
    const vacancy = await vacancyOf(employer, 2)
    const statuses = [
      await call(undefined, '?open=true'),
      await call(writes, `/${waiting.id}`),
      await call(reads, step, { step: 'accept' }),
      await call(reads, '?organisation=demo-organisation-employer-2'),
      await call(writes, step, { step: 'decline' }),
      await call(writes, step, { step: 'accept' }),
      await call(writes, step, { step: 'accept' }),
      await call(writes, '', { vacancy, handle: stage.found?.handle }),
      await call(writes, '', { vacancy, handle: stage.found?.handle }),
      await call(writes, '', { vacancy, handle: '999999' }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 403, 403, 404, 400, 200, 409, 201, 409, 404])
    expect((await call(reads, `/${waiting.id}`)).body).toMatchObject({ state: 'accepted', contact: {} })
    await owner.context.close()
  })

  test('who does not want to be found any more gives a no to whoever found them, at once', async () => {
    const { actor, handle } = stage.found ?? expect.fail('somebody is found')
    const { introductions, consents } = stage.site.modules
    const recruiter = await become('iris', false)
    const id = await introductions.propose(recruiter.actor, { vacancy: await vacancyOf(employer, 3), handle })
    await consents.withdraw(actor, 'found')
    const { introduction } = await introductions.get(recruiter.actor, id)
    expect(introduction).toMatchObject({ state: 'declined', reason: 'ratherNotSay', reasonBy: 'person', shown: { skills: [] } })
    await expect(introductions.propose(recruiter.actor, { vacancy: await vacancyOf(employer, 3), handle })).rejects.toThrow(
      'no profile',
    )
    await recruiter.context.close()
  })
}
