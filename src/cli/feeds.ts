import { type Command, InvalidArgumentError } from 'commander'
import { everyText, type Feed, type FeedRun, type NewFeed } from '../modules/feeds/index.ts'
import { Invalid } from '../platform/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { countsText, timeText } from './time-text.ts'

interface AddOptions {
  readonly kind: string
  readonly as?: string
  readonly every?: string
  readonly complete?: boolean
}

const mostReported = 200

export function addFeeds(program: Command, reach: Reach): void {
  const command = program.command('feeds').description('sources on the web that are read on a schedule')
  command
    .command('add')
    .description('name a source; its host must be one of SCHAKEL_FEED_HOSTS. It is due at once')
    .argument('<name>', 'small letters, digits, hyphens')
    .argument('<url>', 'https address')
    .option('--kind <kind>', 'what it holds', 'vacancies')
    .option('--as <format>', 'its format, where the address does not tell: jobposting, setu, csv, ...')
    .option('--every <time>', 'between two readings: 30m, 6h, 1d', '6h')
    .option('--complete', 'it holds all there is: what is no longer in it is withdrawn')
    .addHelpText(
      'after',
      examples('schakel feeds add gemeente https://feeds.example.nl/vacatures.xml --as setu --every 6h --complete'),
    )
    .action((name: string, url: string, { as, ...options }: AddOptions) =>
      reach.modules((context) => add(context, { name, url, ...options, ...(as === undefined ? {} : { readsAs: as }) })),
    )
  command
    .command('list')
    .description('all feeds and when each is due')
    .addHelpText('after', examples('schakel feeds list'))
    .action(() =>
      reach.modules(async ({ modules, out }) => {
        const feeds = await modules.feeds.list()
        if (feeds.length === 0) out('There are no feeds. Name one with: schakel feeds add')
        for (const feed of feeds) out(feedLine(feed))
      }),
    )
  command
    .command('run')
    .description('read a feed now, or all of them')
    .argument('[name]', 'the feed')
    .option('--all', 'all feeds, due or not, one after the other')
    .addHelpText('after', examples('schakel feeds run gemeente', 'schakel feeds run --all'))
    .action((name: string | undefined, { all }: { all?: boolean }) =>
      reach.modules((context) => run(context, name, all ?? false)),
    )
  command
    .command('report')
    .description('what the last readings of a feed changed')
    .argument('<name>', 'the feed')
    .option('--limit <number>', `how many, at most ${mostReported}`, readLimit, 10)
    .addHelpText('after', examples('schakel feeds report gemeente'))
    .action((name: string, { limit }: { limit: number }) =>
      reach.modules(async ({ modules, out }) => {
        const runs = await modules.feeds.report(name, limit)
        if (runs.length === 0) out(`The feed ${name} was not read yet.`)
        for (const one of runs) for (const line of runLines(one)) out(line)
      }),
    )
  command
    .command('remove')
    .description('read a feed no more; what came from it stays until it closes')
    .argument('<name>', 'the feed')
    .addHelpText('after', examples('schakel feeds remove gemeente'))
    .action((name: string) =>
      reach.modules(async ({ modules, out }) => {
        await modules.feeds.remove(name)
        out(`The feed ${name} is read no more. What came from it stays.`)
      }),
    )
}

async function add({ modules, out }: CommandContext, given: NewFeed): Promise<void> {
  const feed = await modules.feeds.add(given)
  out(
    `The feed ${feed.name} is read every ${everyText(feed.everyMinutes)} while the server runs. Now: schakel feeds run ${feed.name}`,
  )
}

async function run({ modules, out, progress, signal }: CommandContext, name: string | undefined, all: boolean): Promise<void> {
  if ((name === undefined) !== all) throw new Invalid('name', 'Give the name of one feed, or --all.')
  const options = { progress, signal }
  const runs = name === undefined ? await modules.feeds.runDue({ ...options, all }) : [await modules.feeds.run(name, options)]
  for (const one of runs) for (const line of runLines(one)) out(line)
  const failed = runs.filter(({ outcome }) => outcome === 'failed').map(({ feed }) => feed)
  if (failed.length > 0) throw new Invalid('feed', `Could not be read: ${failed.join(', ')}. Nothing of it was changed.`)
}

function feedLine({ name, kind, url, everyMinutes, nextAt, failures, complete, readsAs }: Feed): string {
  const how = [kind, ...(readsAs === undefined ? [] : [`as ${readsAs}`]), ...(complete ? ['complete'] : [])].join(', ')
  const trouble = failures === 0 ? '' : `  failed ${failures} times in a row`
  return `${name}  ${how}  every ${everyText(everyMinutes)}  next ${timeText(nextAt)}${trouble}  ${url}`
}

function* runLines({ feed, startedAt, outcome, message, counts, titles, importRun }: FeedRun): Generator<string> {
  yield `${feed}  ${timeText(startedAt)}  ${outcome}: ${message}`
  const counted = countsText(counts)
  if (counted !== '') yield `  ${counted}`
  for (const title of titles) yield `  + ${title}`
  if ((counts.rejected ?? 0) > 0 && importRun !== undefined) yield `  Refused ones: schakel imports rejects ${importRun}`
}

function readLimit(text: string): number {
  const limit = /^\d+$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > mostReported) throw new InvalidArgumentError(`Give a number from 1 to ${mostReported}.`)
  return limit
}
