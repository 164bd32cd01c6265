/** Loads and opens the engine when that is in nobody's way. */
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import type { EngineOptions } from '../engine'
import type { EngineFacade } from './engine-facade'
import { collectGarbageEarly } from './heap-growth'
import type { WindowProgram } from './window-program'

/**
 * Not before the window has its program, or has drawn the rows that came with its page: reading the library and its own code hold this
 * thread, which has to hand the program over and to put the window's frame on the screen.
 */
export async function openEngine(
  options: EngineOptions,
  program: WindowProgram,
  snapshot: () => LaunchSnapshot | null,
): Promise<EngineFacade> {
  await program.handedOver
  if (snapshot() !== null) await program.drawn
  collectGarbageEarly()
  const { Engine } = await import('../engine')
  return Engine.open(options)
}
