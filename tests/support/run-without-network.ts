/** Runs a script in a network namespace of its own: a loopback interface with nothing on it, and no way out (Linux). */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const PROJECT = join(__dirname, '..', '..')

/** Why it cannot be done here, or null. */
export function noNamespaceBecause(): string | null {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only'
  const tried = spawnSync('unshare', [...unshareOptions(), 'ip', 'link', 'set', 'lo', 'up'])
  if (tried.status === 0) return null
  return `this system lets no namespace be made (${tried.error?.message ?? tried.stderr.toString().trim()})`
}

/** `entry` is a script of tests/support with `export async function run(input): Promise<output>`; both are plain JSON. */
export async function runWithoutNetwork<I, O>(entry: string, input: I, timeoutMs: number): Promise<O> {
  // Inside node_modules, so that the script finds Playwright there.
  const folder = join(PROJECT, 'node_modules', '.cache', 'offprint-e2e')
  mkdirSync(folder, { recursive: true })
  // Of this process alone: two runs in one tree must not read each other's answers.
  const script = join(folder, `${entry}-${String(process.pid)}.cjs`)
  const answer = join(folder, `${entry}-${String(process.pid)}.json`)
  await bundle(entry, script)
  writeFileSync(answer, JSON.stringify(input))
  try {
    await inNamespace([process.execPath, script, answer], timeoutMs)
    return JSON.parse(readFileSync(answer, 'utf8')) as O
  } finally {
    rmSync(script, { force: true })
    rmSync(answer, { force: true })
  }
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    stdin: {
      contents: `import { readFileSync, writeFileSync } from 'node:fs'
        import { run } from './${entry}'
        const file = process.argv[2]
        run(JSON.parse(readFileSync(file, 'utf8'))).then(
          (output) => { writeFileSync(file, JSON.stringify(output)); process.exit(0) },
          (error) => { console.error(error); process.exit(1) })`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['playwright'],
    outfile,
    logLevel: 'error',
  })
}

function inNamespace(command: readonly string[], timeoutMs: number): Promise<void> {
  const script = 'ip link set lo up && exec "$@"'
  const child = spawn('unshare', [...unshareOptions(), 'sh', '-c', script, 'sh', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  let stderr = ''
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(new Error(`The script without a network ended with ${String(code)}:\n${stderr.slice(-8_000)}`))
    })
  })
}

/** Root needs nothing more; others become root of a namespace of their own. */
function unshareOptions(): readonly string[] {
  return process.getuid?.() === 0 ? ['-n'] : ['-r', '-n']
}
