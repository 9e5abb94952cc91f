/** How it goes after the first day; and what goes with the demo. */

import { expect, test } from 'vitest'
import { followUpWords } from '../../../src/web/words/follow-up.ts'
import { asTask, expectClean, press, stage, visit } from './stage.ts'

export function afterwards(): void {
  test('on the first day who agreed to it is asked how it goes: one click each, without signing in', async () => {
    stage.site.passTo(Date.UTC(2026, 11, 1, 12))
    expect(await stage.site.modules.followUps.askDue()).toBe(2)
    const mails = await asTask((inside) =>
      inside.query<{ path: string }>(`select data ->> 'path' as path from mail where template = 'follow-up' order by id`),
    )
    for (const [at, { path }] of mails.entries()) {
      const language = path.startsWith('/en/') ? 'en' : 'nl'
      const visitor = await visit(at === 0)
      await visitor.page.goto(stage.site.origin + path)
      await expectClean(visitor, `how-is-it-${language}-${at}`)
      await press(visitor, 'button', followUpWords[language].yes)
      await visitor.page.waitForURL(/done=stillThere/)
      await press(visitor, 'button', followUpWords[language].hour(24))
      await visitor.page.waitForURL(/done=hours/)
      await visitor.context.close()
    }
    const answers = await asTask((inside) =>
      inside.query('select still_there, hours, happy from follow_up where answered_at is not null'),
    )
    expect(answers).toEqual(mails.map(() => ({ still_there: true, hours: 24, happy: null })))
    expect(stage.site.errors).toEqual([])
  }, 60_000)

  test('what is made for the demo goes with it', async () => {
    const count = async (): Promise<number> => {
      const [row] = await asTask((inside) =>
        inside.query<{ n: number }>('select count(*)::int as n from introduction where demo'),
      )
      return row?.n ?? -1
    }
    expect(await count()).toBeGreaterThan(3)
    await stage.site.modules.demo.clear()
    expect(await count()).toBe(0)
  })
}
