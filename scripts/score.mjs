// `npm run score -- [keypoints|related|stories]`: how good key points, related articles and stories are, on news made up from a seed.
import { prepareBuild } from './steps/prepare.mjs'
import { projectDir, projectPath } from './steps/project-paths.mjs'
import { runNode } from './steps/run-command.mjs'
import { runScript } from './steps/terminal.mjs'

await runScript(async () => {
  await prepareBuild()
  await runNode(projectPath('benchmarks', 'score', 'score.mjs'), process.argv.slice(2), {
    cwd: projectDir,
    output: 'show',
    failure: 'The scores could not be taken.',
    remedy: 'name keypoints, related or stories, or none for all three.',
  })
})
