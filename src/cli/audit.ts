import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { type Checkpoint, checkpointText, fingerprintOf, parseCheckpoint } from '../modules/decision-log/index.ts'
import { Invalid } from '../platform/index.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { examples } from './examples.ts'
import { exitCodes } from './exit-codes.ts'

export function addAudit(program: Command, reach: Reach): void {
  const command = program
    .command('audit')
    .description('the decision log: what was shown to whom, in a chain that shows every change')
  command
    .command('verify')
    .description('walk the whole chain; says the first place where it is broken, and then ends with exit code 1')
    .option(
      '--checkpoint <file>',
      'a checkpoint that was kept elsewhere: shows also that the end was cut off or the chain made anew',
    )
    .addHelpText('after', examples('schakel audit verify', 'schakel audit verify --checkpoint ./checkpoint-2027-01-31.json'))
    .action(({ checkpoint }: { checkpoint?: string }) => reach.modules((context) => verify(context, checkpoint)))
  command
    .command('checkpoint')
    .description('check the chain and sign where it ends; keep what it prints where nobody who keeps this machine can change it')
    .argument('[file]', 'written to this file, which must not exist; without it, to standard output')
    .addHelpText('after', examples('schakel audit checkpoint', 'schakel audit checkpoint ./checkpoint-2027-01-31.json'))
    .action((file?: string) => reach.modules((context) => checkpoint(context, file)))
  command
    .command('proof')
    .description('whether a proof of erasure that somebody shows was given here; it does not say who was erased')
    .argument('<text>', 'the whole proof, between quotation marks')
    .addHelpText('after', examples('schakel audit proof "schakel-erasure 2027-01-31 ..."'))
    .action((text: string) => reach.modules((context) => proof(context, text)))
}

async function proof({ modules, out, err }: CommandContext, text: string): Promise<void> {
  const on = modules.dataRights.checkProof(text)
  if (on === undefined) {
    err('This is no proof that this installation gave, or it was changed, or the secret that signed it is gone.')
    throw new CommanderError(exitCodes.failed, 'schakel.audit', '')
  }
  out(`This proof is ours: somebody was erased on ${on}. Who is not kept.`)
}

async function verify({ modules, out, err, cwd }: CommandContext, file: string | undefined): Promise<void> {
  const elsewhere = file === undefined ? undefined : await readCheckpoint(resolve(cwd, file))
  const found = await modules.decisionLog.verify(elsewhere)
  if (!found.isWhole) {
    const where = found.number === 0 ? '' : ` at link ${found.number}`
    err(`The decision log is broken${where}. ${found.problem}`)
    throw new CommanderError(exitCodes.failed, 'schakel.audit', '')
  }
  const { entries, hash, partsRemoved, checkpoints } = found
  out(
    `The decision log is whole: ${entries} entries, ${checkpoints} checkpoints. Parts removed at erasure or the end of their term: ${partsRemoved}.`,
  )
  if (entries > 0) out(`Its end: ${hash}`)
  if (elsewhere && fingerprintOf(elsewhere.publicKey) !== modules.decisionLog.signedBy) {
    err(
      `The checkpoint fits, and was signed with another key (${fingerprintOf(elsewhere.publicKey)}) than this installation has (${modules.decisionLog.signedBy}).` +
        ' That is right after the key was changed. Compare it with the fingerprint that you kept.',
    )
  }
}

async function readCheckpoint(path: string): Promise<Checkpoint> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Invalid(path, `${path} cannot be read. Give a file that "schakel audit checkpoint" wrote.`)
  })
  return parseCheckpoint(text, path)
}

async function checkpoint({ modules, out, err, cwd }: CommandContext, file: string | undefined): Promise<void> {
  const signed = await modules.decisionLog.checkpoint()
  if (!signed) return out('The decision log is empty: there is nothing to sign yet.')
  const text = checkpointText(signed)
  if (file === undefined) return out(text)
  const path = resolve(cwd, file)
  await writeFile(path, `${text}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new Invalid(
      path,
      error.code === 'EEXIST' ? `${path} exists. Give another name.` : `${path} cannot be written: ${error.message}`,
    )
  })
  err(`Link ${signed.number}, signed with key ${fingerprintOf(signed.publicKey)}: ${path}`)
}
