/** Links dropped on the window become feeds to add; anything else dropped is refused, so that nothing ever opens by it. */
import { droppedAddress } from './dropped-address'

/** Returns the end of it. */
export function followDrops(document: Document, offer: (address: string) => void): () => void {
  const over = (event: DragEvent) => {
    if (isTextField(event.target)) return
    event.preventDefault()
    const types = event.dataTransfer?.types ?? []
    const link = types.includes('text/uri-list') || types.includes('text/plain')
    if (event.dataTransfer) event.dataTransfer.dropEffect = link ? 'copy' : 'none'
  }
  const drop = (event: DragEvent) => {
    if (isTextField(event.target)) return
    event.preventDefault()
    const address = droppedAddress((type) => event.dataTransfer?.getData(type) ?? '')
    if (address !== null) offer(address)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  }
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null
}
