/** What the pool and a worker thread say to each other. */
import type { TaskName } from './tasks'

export interface WorkerRequest {
  readonly id: number
  readonly name: TaskName
  readonly input: unknown
}

export type WorkerResponse =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
