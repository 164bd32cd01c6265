/** `prepare`, `backup`, `restore`, `doctor`: keeping the library whole. */
import { AppFailure } from '../app-failure'
import { articleIdOf } from './article-commands'
import type { Command } from './command'

const prepare: Command = {
  usage: '[ID...]',
  summary: 'complete text, pictures and related links for reading offline',
  operands: [0],
  run: async ({ operands, engine, print, signal }) => {
    const report = await (await engine()).prepare(operands.map(articleIdOf), signal)
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

export const UPKEEP_COMMANDS = {
  prepare,
  backup: notSupported('backup'),
  restore: notSupported('restore'),
  doctor: notSupported('doctor'),
}

/** For commands of the contract that this version cannot answer. */
function notSupported(name: string): Command {
  return {
    usage: '',
    summary: 'not in this version',
    operands: [0],
    run: () =>
      Promise.reject(new AppFailure('not_supported', `"${name}" is not in this version of Offprint.`)),
  }
}
