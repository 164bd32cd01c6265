/** `prepare`, `backup`, `restore`, `doctor`: keeping the library whole. */
import { articleIdOf } from './article-commands'
import type { DoctorReport } from '../engine/storage'
import type { Command } from './command'

const prepare: Command = {
  usage: '[ID...]',
  summary: 'complete text, pictures and related links for reading offline',
  operands: [0],
  run: async ({ operands, engine, print, signal }) => {
    const report = await (await engine()).offline.prepareNamed(operands.map(articleIdOf), signal)
    print(
      report,
      [
        `${String(report.ready)} ready, ${String(report.incomplete.length)} incomplete`,
        ...report.incomplete.map(({ articleId, missing, why }) => `${articleId}  ${missing}: ${why}`),
      ].join('\n'),
    )
    return 0
  },
}

const backup: Command = {
  usage: 'FILE',
  summary: 'write the whole library into one file',
  operands: [1, 1],
  run: async ({ operands: [file = ''], engine, print }) => {
    const { bytes } = await (await engine()).storage.backup(file)
    print({ bytes }, `${String(bytes)} bytes written to ${file}`)
    return 0
  },
}

const restore: Command = {
  usage: 'FILE',
  summary: 'replace the library by a backup',
  operands: [1, 1],
  run: async ({ operands: [file = ''], engine, print }) => {
    const { articles, feeds } = await (await engine()).storage.restore(file)
    print({ articles, feeds }, `${String(articles)} articles of ${String(feeds)} feeds restored`)
    return 0
  },
}

const doctor: Command = {
  usage: '[--repair]',
  summary: 'check the library, and mend it',
  options: { repair: { type: 'boolean' } },
  operands: [0, 0],
  run: async ({ flag, engine, print }) => {
    const repair = flag('repair')
    // Opening a library for writing mends what it can: a mere look must not.
    const report = await (await engine({ readOnly: !repair })).storage.doctor(repair)
    const problems = report.problems.map(
      ({ file, problem, repaired }) => `${file}: ${problem}${repaired ? ' (mended)' : ''}`,
    )
    print(report, [...(report.ok ? ['The library is whole.'] : problems), sizeLine(report)].join('\n'))
    return report.ok ? 0 : 1
  },
}

function sizeLine({ bytes, budget }: DoctorReport): string {
  const parts = Object.entries(bytes).map(([part, size]) => `${part} ${String(size)}`)
  return `bytes: ${parts.join(', ')}; budget ${budget === null ? 'none' : String(budget)}`
}

export const UPKEEP_COMMANDS = { prepare, backup, restore, doctor }
