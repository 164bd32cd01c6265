/** The command line as its users run it: bundled from today's sources into a folder of its own, each call a process. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const PROJECT = join(import.meta.dirname, '..', '..')

export interface CommandOutcome {
  readonly code: number | null
  /** Objects of standard output, one a line. */
  readonly lines: readonly Record<string, unknown>[]
  readonly stdout: string
  readonly stderr: string
}

export type RunCommand = (...args: readonly string[]) => Promise<CommandOutcome>

/** Bundles once; takes a second or two. */
export async function bundleCommandLine(): Promise<{ readonly file: string; readonly run: RunCommand }> {
  const outdir = mkdtempSync(join(tmpdir(), 'offprint-cli-'))
  await build({
    absWorkingDir: PROJECT,
    entryPoints: {
      cli: 'electron/cli.ts',
      worker: 'electron/workers/worker.ts',
      'search-worker': 'electron/workers/search-worker.ts',
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    define: { __OFFPRINT_VERSION__: '"0.0.0-test"' },
    logLevel: 'error',
  })
  const library = createRequire(import.meta.url).resolve('node-sqlite3-wasm')
  copyFileSync(join(dirname(library), 'node-sqlite3-wasm.wasm'), join(outdir, 'node-sqlite3-wasm.wasm'))
  const file = join(outdir, 'cli.cjs')
  return { file, run: (...args) => runProcess(file, args) }
}

function runProcess(file: string, args: readonly string[]): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, lines: jsonLines(stdout), stdout, stderr })
    })
  })
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
