/** Writes mail down in bursts, says what is safe, and sends meanwhile, until it is killed. Arguments: folder, place as JSON, SMTP address, first number. */
import { setTimeout as wait } from 'node:timers/promises'
import { createMail } from '../../src/modules/mail/index.ts'
import { createRules } from '../../src/modules/rules/index.ts'
import { createIds, type DatabasePlace, lockData, migrate, openDatabase, systemClock } from '../../src/platform/index.ts'
import { createMailTransport } from '../../src/platform/mail-transport.ts'
import { silentLog } from '../databases.ts'

const [folder = '', place = '', smtpUrl = '', first = '0'] = process.argv.slice(2)
const most = 5000
const burst = 4
const mostWaiting = 20
const pauseMs = 10
await lockData(folder, `${folder}/socket`)
const db = await openDatabase(JSON.parse(place) as DatabasePlace, silentLog)
await migrate(db)
const mail = createMail({
  db,
  clock: systemClock,
  ids: createIds(systemClock),
  log: silentLog,
  rules: createRules({ db }),
  mail: {
    publicUrl: 'https://schakel.example',
    isLocal: false,
    transport: createMailTransport({ smtpUrl, from: 'post@schakel.example' }),
  },
})
mail.watch(1)
for (let number = Number(first); number < Number(first) + most; number++) {
  await db.transaction((inside) =>
    mail.write(inside, {
      template: 'sign-in-link',
      to: { email: `kim${number}@example.nl` },
      language: 'nl',
      data: { path: `/nl/inloggen/${number}`, minutes: 15 },
      once: `kill/${number}`,
      kind: 'needed',
    }),
  )
  process.stdout.write(`${number}\n`)
  // An embedded record has one connection: the sender must get its turns.
  while (number % burst === 0 && ((await mail.count()).written ?? 0) > mostWaiting) await wait(pauseMs)
}
