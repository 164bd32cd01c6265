/** The only way an address leaves Offprint for the reader's browser or mail program. */
import { shell } from 'electron'
import { AppFailure } from '../app-failure'
import { externalAddress } from './external-address'

export async function openExternal(text: string): Promise<void> {
  const address = externalAddress(text)
  if (address === null) {
    throw new AppFailure('refused_address', 'Offprint opens only web and mail addresses outside.')
  }
  await shell.openExternal(address)
}
