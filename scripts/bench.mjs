// `npm run bench`: runs every benchmarks/*.bench.mjs in turn, each in a process of its own so that none warms another.
import { readdir } from 'node:fs/promises'

import { prepareBuild } from './steps/prepare.mjs'
import { projectDir, projectPath } from './steps/project-paths.mjs'
import { runNode } from './steps/run-command.mjs'
import { runScript, say } from './steps/terminal.mjs'

await runScript(async () => {
  await prepareBuild()
  const names = await readdir(projectPath('benchmarks')).catch(() => [])
  const benches = names.filter((name) => name.endsWith('.bench.mjs')).sort()
  if (benches.length === 0) say('There are no benchmarks (benchmarks/*.bench.mjs) yet.')
  for (const name of benches) {
    say(`▸ ${name}`)
    await runNode(projectPath('benchmarks', name), process.argv.slice(2), {
      cwd: projectDir,
      output: 'show',
      failure: `The benchmark ${name} failed or broke its budget.`,
      remedy: 'compare its numbers with benchmarks/results.md.',
    })
  }
})
