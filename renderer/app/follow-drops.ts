/** Links dropped on the window become feeds to add, lists of feeds are imported; anything else is refused, so that nothing ever opens by it. */
import { droppedAddress } from './dropped-address'

export interface DropTakers {
  readonly offer: (address: string) => void
  /** Gets a file that may be a list of feeds; whether it is one is for the main process to say. */
  readonly importList: (file: File) => void
}

/** Returns the end of it. */
export function followDrops(document: Document, { offer, importList }: DropTakers): () => void {
  const over = (event: DragEvent) => {
    if (isTextField(event.target)) return
    event.preventDefault()
    const types = event.dataTransfer?.types ?? []
    const link = ['text/uri-list', 'text/plain', 'Files'].some((type) => types.includes(type))
    if (event.dataTransfer) event.dataTransfer.dropEffect = link ? 'copy' : 'none'
  }
  const drop = (event: DragEvent) => {
    if (isTextField(event.target)) return
    event.preventDefault()
    const address = droppedAddress((type) => event.dataTransfer?.getData(type) ?? '')
    const file = event.dataTransfer?.files[0]
    if (address !== null) offer(address)
    else if (file && isList(file.name)) importList(file)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  }
}

const isList = (name: string): boolean => /\.(?:opml|xml)$/i.test(name)

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null
}
