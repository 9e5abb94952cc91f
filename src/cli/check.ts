import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { type CheckAsked, type CheckedVacancy, summarise, type VacancyCheckView } from '../modules/vacancy-checks/index.ts'
import { Invalid } from '../platform/index.ts'
import { checkText, summaryText } from './check-text.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { checkExitCodes, checkExitCodesText } from './exit-codes.ts'
import { languageOption } from './plan.ts'

interface CheckOptions {
  readonly place?: string
  readonly source?: string
  readonly organisation?: string
  readonly json: boolean
  readonly counts: boolean
}

export function addCheck(program: Command, reach: Reach): void {
  const command = program
    .command('check')
    .description('checks vacancy texts: what is against the law, what shuts people out, and what each demand costs in people')
    .argument('[files...]', 'texts, Word or PDF files, or folders of them')
    .option('--place <municipality>', 'where the work is')
    .option('--source <name>', 'the published vacancies of a source or feed instead of files')
    .option('--organisation <name>', 'keep the parts of the scores of this organisation')
    .option('--json', 'the whole answer as JSON, the same as the API gives', false)
    .option('--no-counts', 'count nobody, which is faster')
    .addOption(languageOption())
    .addHelpText('after', `\n${checkExitCodesText}`)
    .addHelpText(
      'after',
      examples(
        'schakel check vacancy.txt',
        'schakel check vacancy.docx --place Utrecht --json',
        'schakel check texts/ --organisation "Keiland ICT"',
      ),
    )
  command.action((files: readonly string[], options: CheckOptions) => {
    if (files.length === 0 && options.source === undefined)
      return command.error('error: give files, a folder, or --source <name>')
    return reach.modules((context) => check(context, files, options))
  })
}

async function check(context: CommandContext, files: readonly string[], options: CheckOptions): Promise<void> {
  const { out, err, language } = context
  const texts = options.source === undefined ? await textsOf(context, files) : await published(context, options.source)
  const checked: CheckedVacancy[] = []
  for (const { name, asked } of texts) {
    const one = await checkOne(context, name, asked, options)
    checked.push(one)
    if (options.json) continue
    if (texts.length > 1) out(`== ${name}`)
    if ('problem' in one) err(one.problem)
    else for (const line of checkText(one.check, language)) out(line)
    if (texts.length > 1) out('')
    context.progress({ what: 'checking vacancies', done: checked.length, total: texts.length })
  }
  const summary = summarise(checked)
  const [first] = checked
  if (options.json) out(JSON.stringify(texts.length === 1 && first ? single(first) : { vacancies: checked, summary }, null, 2))
  else if (texts.length > 1) for (const line of summaryText(summary, language)) out(line)
  const exit = exitOf(checked)
  if (exit !== checkExitCodes.clean) throw new CommanderError(exit, 'schakel.check', '')
}

const single = (one: CheckedVacancy): VacancyCheckView | CheckedVacancy => ('check' in one ? one.check : one)

interface Text {
  readonly name: string
  /** Read when it is its turn: a folder may hold many. */
  asked(): Promise<Pick<CheckAsked, 'text' | 'title' | 'place'>>
}

const kinds = /\.(?:txt|md|docx|pdf)$/i

async function textsOf({ cwd, modules }: CommandContext, files: readonly string[]): Promise<Text[]> {
  const paths: string[] = []
  for (const file of files) {
    const path = resolve(cwd, file)
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) paths.push(path)
    else
      paths.push(
        ...(await readdir(path))
          .filter((name) => kinds.test(name))
          .sort()
          .map((name) => join(path, name)),
      )
  }
  return paths.map((path) => ({
    name: basename(path),
    asked: async () => ({ text: await modules.vacancyChecks.readFile(path) }),
  }))
}

async function published({ modules }: CommandContext, source: string): Promise<Text[]> {
  const texts: Text[] = []
  for await (const { id, title, description, placeName, source: from } of modules.vacancies.eachPublished()) {
    if (from !== source) continue
    texts.push({ name: id, asked: async () => ({ text: description, title, ...(placeName ? { place: placeName } : {}) }) })
  }
  if (texts.length === 0) throw new Invalid('source', `There are no published vacancies of a source "${source}".`)
  return texts
}

async function checkOne(
  { modules, language, signal }: CommandContext,
  name: string,
  asked: Text['asked'],
  { place, counts, organisation }: CheckOptions,
): Promise<CheckedVacancy> {
  try {
    const given = await asked()
    const view = await modules.vacancyChecks.check({
      ...(place === undefined ? {} : { place }),
      ...given,
      language,
      counts,
      signal,
    })
    if (organisation !== undefined) await modules.vacancyChecks.scores.keep(organisation, view)
    return { name, check: view }
  } catch (error) {
    if (error instanceof Invalid && error.where !== 'organisation') return { name, problem: error.message }
    throw error
  }
}

function exitOf(checked: readonly CheckedVacancy[]): number {
  if (checked.length === 0 || checked.some((one) => 'problem' in one)) return checkExitCodes.unread
  return checked.some((one) => 'check' in one && one.check.score.law > 0) ? checkExitCodes.law : checkExitCodes.clean
}
